/* Unpacking gzip. */
#include "read/gzip.h"

#include <string.h>
#define ZLIB_CONST
#include <zlib.h>

#include "base/checked.h"
#include "base/memory.h"
#include "base/status.h"

/* ---- memory for zlib, which does not tell sizes when it gives blocks back ----------------------------------- */

enum { HEADER = 16 };

static void *take(void *context, unsigned count, unsigned size) {
  size_t bytes;
  if (!policy__multiply(count, size, &bytes) || !policy__add(bytes, HEADER, &bytes)) return NULL;
  char *block = policy__allocate(context, bytes);
  if (block == NULL) return NULL;
  memset(block, 0, bytes);
  memcpy(block, &bytes, sizeof bytes);
  return block + HEADER;
}

static void give_back(void *context, void *block) {
  size_t bytes;
  char *begin = (char *)block - HEADER;
  memcpy(&bytes, begin, sizeof bytes);
  policy__release(context, begin, bytes);
}

/* ---- unpacking ------------------------------------------------------------------------------------------- */

static policy_status fail(int code, uint64_t offset, policy_error *error) {
  if (code == Z_MEM_ERROR) return policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
  const char *why = code == Z_BUF_ERROR ? "the gzip file is cut off" : "the gzip file is damaged";
  return policy__fail(error, POLICY_ERROR_FORMAT, offset, "%s", why);
}

static policy_status check_size(size_t size, size_t packed, const policy_limits *limits, policy_error *error) {
  enum { FREE = 1 << 16 }; /* however little they are packed into */
  if (size > limits->input)
    return policy__fail(error, POLICY_ERROR_LIMIT, 0, "unpacked, the source has more than %llu bytes",
                        (unsigned long long)limits->input);
  if (size > FREE && size / limits->ratio > packed)
    return policy__fail(error, POLICY_ERROR_LIMIT, 0, "the source unpacks to more than %u times its size",
                        limits->ratio);
  return POLICY_OK;
}

/* One member after another; what follows them and is none is left alone, as gzip does. */
static policy_status unpack(z_stream *stream, const policy_limits *limits, size_t size, policy_buffer *buffer,
                            policy_error *error) {
  unsigned char piece[1 << 14];
  policy_status status = POLICY_OK;
  while (status == POLICY_OK) {
    stream->next_out = piece;
    stream->avail_out = sizeof piece;
    int code = inflate(stream, Z_NO_FLUSH);
    size_t more = sizeof piece - stream->avail_out;
    if (code != Z_OK && code != Z_STREAM_END) return fail(code, size - stream->avail_in, error);
    status = check_size(buffer->size + more, size, limits, error);
    if (status != POLICY_OK) return status;
    status = policy_buffer_append(buffer, piece, more);
    if (status != POLICY_OK) return policy__fail_plain(error, status);
    if (code != Z_STREAM_END) continue;
    if (stream->avail_in < 2 || stream->next_in[0] != 0x1F || stream->next_in[1] != 0x8B) return POLICY_OK;
    code = inflateReset(stream);
    if (code != Z_OK) return fail(code, size - stream->avail_in, error);
  }
  return status;
}

policy_status policy__gunzip(const void *bytes, size_t size, const policy_limits *limits, policy_buffer *buffer,
                             policy_error *error) {
  enum { GZIP_ONLY = 16 };
  policy_allocator allocator = buffer->allocator.allocate != NULL ? buffer->allocator : policy__malloc_allocator;
  z_stream stream = {.zalloc = take, .zfree = give_back, .opaque = &allocator};
  if (size > limits->input || size > UINT32_MAX)
    return policy__fail(error, POLICY_ERROR_LIMIT, 0, "the source has more than %llu bytes",
                        (unsigned long long)limits->input);
  stream.next_in = bytes;
  stream.avail_in = (unsigned)size;
  int code = inflateInit2(&stream, GZIP_ONLY + MAX_WBITS);
  if (code != Z_OK) return fail(code, 0, error);
  policy_status status = unpack(&stream, limits, size, buffer, error);
  (void)inflateEnd(&stream);
  return status;
}
