/* How much of everything a test tries. Sanitizers make a program some ten times slower: there each PACE-th of many
   inputs does. */
#ifndef PACE_H
#define PACE_H

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { PACE = 9 };
#else
enum { PACE = 1 };
#endif

#endif
