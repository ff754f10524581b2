/* Which language a text is in. */
#include <check.h>

#include "reading.h"
#include "text/language.h"

static const struct {
  const char *code, *text;
} samples[] = {
    {"en", "The council met in the spring to speak of the lake and of the people who live from it."},
    {"en", "The council met in the spring."},
    {"fr", "Le conseil se réunit au printemps pour parler du lac et de ceux qui en vivent depuis toujours."},
    {"de", "Der Rat trifft sich im Frühjahr, um über den See zu sprechen und über die Menschen, die davon leben."},
    {"es", "El consejo se reúne en primavera para hablar del lago y de las personas que viven de sus aguas."},
    {"pt", "O conselho reúne-se na primavera para falar do lago e das pessoas que vivem das suas águas há séculos."},
    {"it", "Il consiglio si riunisce in primavera per parlare del lago e delle persone che vivono delle sue acque."},
    {"nl", "De raad komt in het voorjaar bijeen om te spreken over het meer en over de mensen die ervan leven."},
    {"pl", "Rada zbiera się wiosną, aby rozmawiać o jeziorze i o ludziach, którzy od wieków żyją z jego wód."},
    {"sv", "Rådet sammanträder på våren för att tala om sjön och om de människor som lever av den sedan länge."},
    {"fi", "Neuvosto kokoontuu keväällä puhumaan järvestä ja niistä ihmisistä, jotka ovat aina eläneet siitä."},
    {"hu", "A tanács tavasszal ülésezik, hogy a tóról és azokról az emberekről beszéljen, akik abból élnek."},
    {"ro", "Consiliul se întrunește primăvara pentru a vorbi despre lac și despre oamenii care trăiesc din el."},
    {"tr", "Konsey ilkbaharda göl hakkında ve yüzyıllardır ondan geçinen insanlar hakkında konuşmak için toplanır."},
    {"id", "Dewan bertemu pada musim semi untuk berbicara tentang danau dan orang-orang yang hidup dari danau itu."},
    {"vi", "Hội đồng họp vào mùa xuân để nói về hồ nước và về những người dân đã sống nhờ vào hồ từ lâu đời."},
    {"ru", "Совет собирается весной, чтобы поговорить об озере и о людях, которые с давних пор живут за его счёт."},
    {"uk", "Рада збирається навесні, щоб поговорити про озеро і про людей, які здавна живуть за його рахунок."},
    {"ar", "يجتمع المجلس في الربيع للحديث عن البحيرة وعن الناس الذين يعيشون منها منذ زمن بعيد"},
    {"fa", "شورا در بهار گرد هم می‌آید تا درباره دریاچه و مردمی که از آن زندگی می‌کنند سخن بگوید"},
    {"hi", "परिषद वसंत में झील के बारे में और उन लोगों के बारे में बात करने के लिए मिलती है जो उससे जीते हैं"},
    {"el", "Το συμβούλιο συνέρχεται την άνοιξη."},
    {"he", "המועצה נפגשת באביב לדבר על האגם"},
    {"th", "สภาประชุมในฤดูใบไม้ผลิ"},
    {"ko", "의회는 봄에 호수에 대해 이야기하기 위해 모인다"},
    {"ja", "評議会は春に湖について話し合うために集まる"},
    {"zh", "理事会在春天开会讨论湖泊和以湖为生的人们"},
    {"", "Lake. Nets. Salt."},
    {"", "Frances Garcia, Inspector General"},
    {"", "12 345.6 -- 7/8"},
    {"", ""},
};

START_TEST(languages) {
  ck_assert_str_eq(policy__language_of(reading_string(samples[_i].text)), samples[_i].code);
}
END_TEST

/* Irish, which has no weights: a little English, and clearly nothing. */
START_TEST(unknown) {
  const char *irish =
      "Saolaítear gach duine den chine daonna saor agus comhionann i ndínit agus i gcearta. Tá bua an réasúin agus an "
      "choinsiasa acu agus ba cheart dóibh gníomhú i dtreo a chéile i spiorad an bhráithreachais. Tá gach uile dhuine "
      "i dteideal na gceart agus na saoirsí uile atá leagtha amach sa Dearbhú seo gan idirdhealú de shaghas ar bith.";
  ck_assert_str_eq(policy__language_of(reading_string(irish)), "und");
}
END_TEST

static policy__language judge(const char *text, const char *expected) {
  policy__language_evidence evidence = {{0}, {0}, {{0}}};
  policy__language_look(reading_string(text), &evidence);
  return policy__language_judge(&evidence, reading_string(expected));
}

/* What was declared, or is around, stands against little and yields to much. */
START_TEST(expectations) {
  static const struct {
    const char *text, *expected, *found;
  } cases[] = {
      {"The council met in the spring to speak of the lake and of the people who live from it.", "en-GB", "en-GB"},
      {"The council met in the spring to speak of the lake and of the people who live from it.", "fr-CA", "en"},
      {"The council met in the spring to speak of the lake and of the people who live from it.", "ga", "en"},
      {"Le conseil se réunit au printemps pour parler du lac et de ceux qui en vivent depuis toujours.", "en", "fr"},
      {"Ministère des Affaires étrangères", "en", "en"},
      {"Saolaítear gach duine den chine daonna saor agus comhionann i ndínit agus i gcearta uile.", "ga", "ga"},
      {"Rådet for den danske befolkning mødes i foråret for at tale om søen og om de mennesker der lever af den.", "nb", "nb"},
      {"Το συμβούλιο συνέρχεται", "en", "el"},
      {"συμβ", "en", "en"},
      {"1234", "en", "en"},
      {"", "en", "en"},
  };
  ck_assert_str_eq(judge(cases[_i].text, cases[_i].expected).tag.data, cases[_i].found);
}
END_TEST

START_TEST(confidences) {
  double sure = judge("The council met in the spring to speak of the lake and of the people who live from it.", "").confidence;
  ck_assert(sure > 0.99 && sure <= 1);
  ck_assert_double_eq(judge("Lake.", "en").confidence, judge("Lake.", "en").confidence);
  ck_assert_double_eq(judge("Ministère des Affaires étrangères", "en").confidence, 0.5);
  ck_assert_double_eq(judge("", "en").confidence, 0);
  ck_assert_double_eq(judge("Lake. Nets. Salt.", "").confidence, 0);
}
END_TEST

/* The names of hosts and groups are of no language, however many there are. */
START_TEST(addresses) {
  const char *groups = "Groups: alt.animals.breeders.rabbits, alt.animals.cat, alt.animals.crab, alt.animals.dog, "
                       "alt.animals.dogs.collies, alt.animals.dolphins, alt.animals.eagle.bald, alt.animals.falcon\n"
                       "This note was taken back by the one who wrote it, from within the reader of news.";
  ck_assert_str_eq(policy__language_of(reading_string(groups)), "en");
  ck_assert_str_eq(policy__language_of(reading_string("lake@nets/salt.fish_market://the.council.of/the/spring")), "");
}
END_TEST

START_TEST(tags) {
  ck_assert(policy__language_is_same(reading_string("en"), reading_string("EN-gb")));
  ck_assert(policy__language_is_same(reading_string("nb-NO"), reading_string("no")));
  ck_assert(policy__language_is_same(reading_string("sr-Cyrl"), reading_string("mk")));
  ck_assert(!policy__language_is_same(reading_string("en"), reading_string("eng")));
  ck_assert(!policy__language_is_same(reading_string("en"), reading_string("")));
}
END_TEST

Suite *suite_language(void) {
  Suite *suite = suite_create("language");
  TCase *tests = tcase_create("language");
  tcase_add_loop_test(tests, languages, 0, sizeof samples / sizeof *samples);
  tcase_add_test(tests, unknown);
  tcase_add_loop_test(tests, expectations, 0, 11);
  tcase_add_test(tests, confidences);
  tcase_add_test(tests, addresses);
  tcase_add_test(tests, tags);
  suite_add_tcase(suite, tests);
  return suite;
}
