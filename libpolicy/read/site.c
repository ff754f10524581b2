/* The phrases with which sites surround a text. */
#include "read/boilerplate.h"
#include "read/scan.h"
#include "text/utf8.h"

enum { LONGEST = 160 };

/* The whole of a line, its signs aside. */
static const char *const phrases[] = {"back to top", "back to the top", "return to top", "go to top",
                                      "top of page", "scroll to top", "back to home", "skip to content",
                                      "skip to main content", "skip to navigation", "skip navigation",
                                      "jump to content", "comments are closed", "comments closed",
                                      "no comments", "no comments yet", "leave a comment", "leave a reply",
                                      "post a comment", "add a comment", "add comment", "view comments",
                                      "show comments", "load comments", "comments", "share", "share this",
                                      "share this article", "share this page", "share this post",
                                      "share this story", "share on", "share via", "share with", "copy link",
                                      "copy url", "email this", "print", "print this", "print this page",
                                      "print this article", "print page", "print article", "printer friendly",
                                      "printer friendly version", "save", "download", "download pdf",
                                      "download the pdf", "download this article", "view pdf", "open pdf",
                                      "pdf version", "read more", "read more here", "learn more",
                                      "find out more", "see more", "show more", "view more", "load more",
                                      "view all", "see all", "show all", "more info", "continue reading",
                                      "continued", "continued on next page", "click here", "tap here",
                                      "related", "related articles", "related content", "related posts",
                                      "related stories", "related topics", "related news", "related links",
                                      "related items", "you may also like", "you might also like",
                                      "recommended for you", "more from this author", "more from the author",
                                      "more by this author", "most read", "most popular", "most viewed",
                                      "trending", "trending now", "latest news", "latest posts", "recent posts",
                                      "recent comments", "popular posts", "editor's picks", "editors picks",
                                      "next", "previous", "next page", "previous page", "next article",
                                      "previous article", "next post", "previous post", "older posts",
                                      "newer posts", "log in", "login", "log out", "sign in", "sign up",
                                      "sign out", "register", "my account", "subscribe", "subscribe now",
                                      "subscribe today", "unsubscribe", "donate", "donate now", "menu",
                                      "main menu", "navigation", "main navigation", "toggle navigation",
                                      "open menu", "close menu", "close", "search", "search this site",
                                      "search form", "site map", "sitemap", "home page", "contact us",
                                      "about us", "privacy", "privacy policy", "privacy notice",
                                      "cookie policy", "cookies", "cookie settings", "cookie preferences",
                                      "accept cookies", "accept all", "accept all cookies", "reject all",
                                      "manage cookies", "terms of use", "terms of service",
                                      "terms and conditions", "legal notice", "disclaimer", "accessibility",
                                      "accessibility statement", "advertisement", "advertisements",
                                      "advertising", "sponsored", "sponsored content", "all rights reserved",
                                      "follow us", "follow us on", "connect with us", "stay connected",
                                      "stay informed", "stay up to date", "loading", "please wait", "image",
                                      "photo", "video", "listen", "play", "pause", "watch", "gallery",
                                      "facebook", "twitter", "linkedin", "instagram", "youtube", "whatsapp",
                                      "telegram", "reddit", "pinterest", "tumblr", "rss", "rss feed", "email",
                                      "e-mail", "tweet", "like", "pin it", "tags", "filed under", "categories",
                                      "archives", "blogroll", "this page intentionally left blank",
                                      "this page is intentionally left blank", "intentionally left blank",
                                      "powered by wordpress", "proudly powered by wordpress",
                                      "end of document"};

/* What such a line begins with, whatever follows. */
static const char *const openings[] = {"share this ", "share on ", "share via ", "tweet this", "press ctrl",
                                       "press enter", "press esc", "press f11", "click here to ", "click to ",
                                       "tap to ", "skip to ", "jump to ", "sign up for ", "sign up to ",
                                       "subscribe to our ", "subscribe to the ", "subscribe for ", "get our ",
                                       "join our mailing", "join our newsletter", "join the conversation",
                                       "follow us on ", "follow us at ", "like us on ", "find us on ",
                                       "this website uses cookies", "this site uses cookies", "we use cookies",
                                       "our website uses cookies", "by continuing to ", "by using this site",
                                       "copyright \xC2\xA9", "\xC2\xA9", "copyright (c) ", "(c) copyright",
                                       "all rights reserved", "\xC2\xA9 ", "powered by ", "website by ",
                                       "site by ", "designed by ", "javascript is ", "please enable javascript",
                                       "your browser does not", "you need to enable",
                                       "your email address will not be published", "required fields are marked",
                                       "notify me of ", "enable javascript", "you must be logged in to ",
                                       "you are here:", "browse by ", "filed under:", "posted in ",
                                       "download this ", "print this ", "email this ", "view this ",
                                       "save this ", "read the full ", "read next", "up next", "see also:",
                                       "return to ", "back to ", "go back to ", "advertisement ",
                                       "reprinted with ", "last modified", "page last "};

/* What a call to the reader begins with, at the edges of a text. */
static const char *const calls[] = {"join ", "subscribe ", "sign up", "follow ", "share ", "print ",
                                    "download ", "click ", "press ", "log in", "register ", "donate ", "view ",
                                    "visit ", "like ", "tweet ", "email ", "save ", "copy ", "watch ",
                                    "listen ", "read ", "see all ", "get ", "more ", "skip ", "support ",
                                    "become ", "discover ", "explore ", "browse ", "search ", "latest ",
                                    "related ", "recent ", "popular ", "contact "};

static policy_string without_signs(policy_string line) {
  policy_string bare = policy__strip(line, ".!:;,*|<>[](){}+-_=#/\\~^`\"'");
  while (bare.size > 0) {
    const char *p = bare.data;
    if ((policy__classify(policy__utf8_next(&p)) & (POLICY__SYMBOL | POLICY__PUNCTUATION)) == 0) break;
    if (policy__first_point(bare) == 0xA9) break;
    bare = policy__trim(policy__piece(bare, (size_t)(p - bare.data), bare.size));
  }
  return policy__strip(bare, ".!:;,*|<>[](){}+-_=#/\\~^`\"'");
}

static bool is_digits(policy_string text) {
  for (size_t i = 0; i < text.size; i++)
    if ((unsigned)(text.data[i] - '0') > 9) return false;
  return text.size > 0;
}

/* A line of a year, a name and a sign of copyright. */
static bool is_copyright(policy_string line) {
  size_t at = policy__begins(line, "copyright");
  if (at == 0 && policy__begins(line, "(c) ") > 0) at = 4;
  if (at == 0 && policy__begins(line, "crown copyright") > 0) return true;
  if (at == 0) return false;
  policy_string rest = policy__trim(policy__piece(line, at, line.size));
  return rest.size > 4 && (rest.data[0] == '1' || rest.data[0] == '2') && is_digits(policy__piece(rest, 0, 4));
}

bool policy__is_site_phrase(policy_string line) {
  if (line.size > LONGEST) return false;
  policy_string bare = without_signs(line);
  for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
    if (policy__equals(bare, phrases[i])) return true;
  for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
    if (policy__begins(line, openings[i]) > 0 && bare.size <= LONGEST) return true;
  return is_copyright(line);
}

bool policy__is_site_edge(policy_string line) {
  enum { WORDS = 8 };
  if (line.size > 80 || policy__is_site_phrase(line)) return line.size <= 80;
  uint32_t last = policy__last_point(line);
  if (last == '.' || last == '?' || last == ':' || last == ';') return false;
  size_t at = 0, words = 0;
  while (policy__next_word(line, &at).size > 0) words++;
  if (words < 2 || words > WORDS) return false;
  for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
    if (policy__begins(line, calls[i]) > 0) return true;
  return false;
}
