/* Blocks of SHA-256: in plain C, and by the instructions for it that x86-64 processors have. */
#ifndef POLICY_BASE_SHA256_H
#define POLICY_BASE_SHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Takes `count` blocks of 64 bytes into the state. */
void policy__sha256_plain(uint32_t state[8], const unsigned char *blocks, size_t count);

/* The same, several times as fast; to be called only where policy__sha256_has_x86 says so. */
void policy__sha256_x86(uint32_t state[8], const unsigned char *blocks, size_t count);
bool policy__sha256_has_x86(void);

extern const uint32_t policy__sha256_constants[64];

#endif
