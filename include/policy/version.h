/* The version of the library, and the mark of its exported functions. */
#ifndef POLICY_VERSION_H
#define POLICY_VERSION_H

#define POLICY_VERSION_MAJOR 0
#define POLICY_VERSION_MINOR 1
#define POLICY_VERSION_PATCH 0
#define POLICY_VERSION "0.1.0"

#ifndef POLICY_API
#if defined(POLICY_BUILDING) && (defined(__GNUC__) || defined(__clang__))
#define POLICY_API __attribute__((visibility("default")))
#else
#define POLICY_API
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The version of the library that is running, as "0.1.0". Static; never NULL. */
POLICY_API const char *policy_version(void);

/* What this build of the library can do, as words parted by spaces: its readers, writers and the
   optional libraries that it was configured with. Static; never NULL. */
POLICY_API const char *policy_features(void);

#ifdef __cplusplus
}
#endif

#endif
