#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/terms.h"
#include "storage/search_query.h"

namespace rapport::search {

/// One word that a record must have.
struct Wanted {
    enum class Kind {
        Beginning,   // of a word
        Whole,       // the word itself
        LastDigits,  // of a telephone number
        Run,         // characters that follow each other, of a script that does not part its words
    };
    Kind kind = Kind::Beginning;
    std::string word;
};

/// What was typed as one word or number. A record has it when it has all words of one of its ways.
struct Part {
    std::vector<std::vector<Wanted>> ways;
    bool mistyped = false;                 // no record has it
    std::vector<std::string> words;        // all that begin as it was typed; empty when they are not known
    std::vector<std::string> corrections;  // words that may have been meant
};

/// What somebody typed into the search field. All of its parts are looked for.
struct Question {
    std::string folded;
    std::vector<Part> parts;
};

/// Throws Failure(Invalid, "too_long") beyond 200 characters. Of more than ten words the first ten are looked for.
Question read_question(std::string_view typed);

/// How the index is asked.
struct Lookup {
    bool only_names = false;          // in what records are called
    bool whole_words = false;
    std::size_t longest_beginning;    // characters of a term; longer beginnings are cut, and find more than was asked for
};
storage::SearchQuery lookup(const Question& question, const Lookup& how);

/// The word of which only the beginning was typed, perhaps; nothing for numbers and for what is not one word of letters.
std::optional<std::string_view> name_in(const Part& part);

/// True when lookup() cuts a beginning.
bool is_cut(const Part& part, std::size_t longest_beginning);
bool is_cut(const Question& question, std::size_t longest_beginning);

}  // namespace rapport::search
