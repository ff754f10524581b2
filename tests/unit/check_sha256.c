/* SHA-256 against the examples of FIPS 180-4 and NIST's CAVP, and around the borders of its blocks. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/sha256.h"

static void expect(const void *bytes, size_t size, const char *digest) {
  char hex[POLICY__SHA256_HEX + 1];
  hex[POLICY__SHA256_HEX] = '\0';
  policy__sha256(bytes, size, hex);
  ck_assert_str_eq(hex, digest);
}

START_TEST(examples_of_the_standard) {
  expect("abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect("", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(NULL, 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56,
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  expect("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
         "mnopqrstnopqrstu", 112,
         "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  expect("\xbd", 1, "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b");
  expect("\xc9\x8c\x8e\x55", 4, "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504");
}
END_TEST

START_TEST(a_million_times_a) {
  char *bytes = malloc(1000000);
  ck_assert_ptr_nonnull(bytes);
  memset(bytes, 'a', 1000000);
  expect(bytes, 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  free(bytes);
}
END_TEST

START_TEST(borders_of_blocks) {
  static const struct {
    size_t size;
    const char *digest;
  } cases[] = {
    {0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {1, "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"},
    {54, "1ad616be707a2b269ecfe28bdea4a4284a4f78a221287d45b98004231f501c77"},
    {55, "81afe5b788dc2ce138ff83d9b20164db75a94d75d2b2432eea4a0ef605088c72"},
    {56, "2aba54f0ac632420a2b502431408866e40e1d5e430df4cd822642c78ab2eb9c1"},
    {57, "903284efbf9100e8ba1614ec65eacacad125e03f857cae7acbf8b73b23e0fdfe"},
    {63, "733d3d4ee79ee67145bf73da13588f6f235d37414fc64b14a2f00f1762792f5e"},
    {64, "79322907b3e9d013d7dc2c2f256674dbf733045cde01df3539271c6f5605feb8"},
    {65, "d85c007c6eb440f085afa2b84f6f2bce4658b240e9f62cb1364bf0485a57e720"},
    {118, "718ab275033c0e8d8ff4d0d773ea1945bf58fad732456602e6cda1a9036b5172"},
    {119, "6c87eedf096b345de205b702e5223b73b447a3207791ded3ea007ba15ed6736e"},
    {120, "42500cf6a1e3936d6b9e0bcfe296d654b63255e525487d3634d0b15fde591c4d"},
    {121, "bfee8850f7dfa42874071a0040ef89a5ac8d70c919224c440bdb63adb65d35e8"},
    {127, "68f6ff710276900c0ffbbc57426f67e00c2e01f0750c7edc25ac06b8ce7a8095"},
    {128, "489d55fea9a73af36b6dd0be7b4117d8e5683386d39544e8a44c99a87f368707"},
    {129, "4e1556b2e9a50a3cc9478f3254727b01065f9ac5d2c3a8b4cd538ae7240bb87d"},
    {1000, "6b0df76627243d095b0c4400cb658b7e804dd03461cc03aee8fc8fe0bcada168"},
  };
  for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
    unsigned char bytes[1000];
    for (size_t i = 0; i < cases[c].size; i++) bytes[i] = (unsigned char)(i * 7 + cases[c].size);
    expect(bytes, cases[c].size, cases[c].digest);
  }
}
END_TEST

/* Whatever the processor: both ways of taking blocks come to the same state. */
START_TEST(both_ways_agree) {
  unsigned char bytes[5 * 64];
  if (!policy__sha256_has_x86()) return;
  for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (unsigned char)(i * 151 >> 2);
  for (size_t count = 0; count <= 5; count++) {
    uint32_t plain[8] = {1, 2, 3, 4, 5, 6, 7, 0x80000000}, fast[8];
    memcpy(fast, plain, sizeof fast);
    policy__sha256_plain(plain, bytes, count);
    policy__sha256_x86(fast, bytes, count);
    ck_assert_mem_eq(plain, fast, sizeof plain);
  }
}
END_TEST

Suite *suite_sha256(void) {
  Suite *suite = suite_create("sha256");
  TCase *tests = tcase_create("sha256");
  tcase_add_test(tests, examples_of_the_standard);
  tcase_add_test(tests, a_million_times_a);
  tcase_add_test(tests, borders_of_blocks);
  tcase_add_test(tests, both_ways_agree);
  suite_add_tcase(suite, tests);
  return suite;
}
