/* Trees of words: what the languages ask of tokens beyond their heads. Of the public interface alone, so that
   no object is made on the way.

   sentence: that of the token. Sentences are in order and do not overlap. O(log sentences).
   child: the first token from the document's number `from` whose head this one is. One walk over the sentence
          gives all of them.
   root: the first token that has a relation and no head. */
%{
static policy_sentence policy_tree_sentence(policy_token token) {
  uint32_t first = 0, last = policy_document_sentence_count(token.document);
  while (last - first > 1) {
    uint32_t middle = first + (last - first) / 2;
    policy_span span = policy_sentence_span(policy_document_sentence(token.document, middle));
    if (span.begin <= policy_token_span(token).begin) first = middle;
    else last = middle;
  }
  return policy_document_sentence(token.document, first);
}

static policy_token policy_tree_child(policy_token token, uint32_t from) {
  policy_sentence sentence = policy_tree_sentence(token);
  uint32_t first = policy_sentence_token(sentence, 0).id, count = policy_sentence_token_count(sentence);
  for (uint32_t n = from > first ? from - first : 0; n < count; n++) {
    policy_token each = policy_sentence_token(sentence, n), head = policy_token_head(each);
    if (head.document != NULL && head.id == token.id) return each;
  }
  return (policy_token){NULL, POLICY_NONE};
}

static policy_token policy_tree_root(policy_sentence sentence) {
  uint32_t count = policy_sentence_token_count(sentence);
  for (uint32_t n = 0; n < count; n++) {
    policy_token each = policy_sentence_token(sentence, n);
    if (policy_token_head(each).document == NULL && policy_token_relation(each).size > 0) return each;
  }
  return (policy_token){NULL, POLICY_NONE};
}
%}

%extend policy_token {
  policy_sentence sentence() { return policy_tree_sentence(*$self); }
  policy_token child(uint32_t from) { return policy_tree_child(*$self, from); }
}
%extend policy_sentence {
  policy_token root() { return policy_tree_root(*$self); }
}
