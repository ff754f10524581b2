/* The gazetteer that the library carries, compiled in. */
#ifndef POLICY_DATA_KNOWN_ACTORS_H
#define POLICY_DATA_KNOWN_ACTORS_H

/* actors.gazetteer from its first byte; it tells its size itself. */
extern const unsigned char policy__known_actors[];

#endif
