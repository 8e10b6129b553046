#include "search/question.h"

#include <algorithm>

#include "base/failure.h"
#include "base/text.h"
#include "search/words.h"

namespace rapport::search {
namespace {

using storage::SearchQuery;

constexpr std::size_t longest_question = 200;  // characters
constexpr std::size_t most_parts = 10;
constexpr std::size_t longest_run = 20;
constexpr std::size_t longest_number = 15;
constexpr std::size_t shortest_by_last_digits = 7;
constexpr std::size_t last_digits = 6;

/// In any format: with or without country code and the zeros before it or the area code; grouped or not.
Part number_part(const Pieces& pieces, std::size_t first, std::size_t count) {
    Part part;
    std::vector<Wanted> groups;
    for (std::size_t i = first; i < first + count; ++i) groups.push_back({Wanted::Kind::Beginning, pieces.list()[i].text});
    part.ways.push_back(std::move(groups));
    std::string digits = pieces.joined(first, count);
    if (count > 1) part.ways.push_back({{Wanted::Kind::Beginning, digits}});
    std::string bare = digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
    if (bare.empty()) return part;
    if (bare != digits) part.ways.push_back({{Wanted::Kind::Beginning, bare}});
    if (bare.size() >= shortest_by_last_digits) part.ways.push_back({{Wanted::Kind::LastDigits, bare}});
    return part;
}

Part run_part(std::string_view run) {
    auto all = characters(run);
    if (all.size() > longest_run) run = run.substr(0, static_cast<std::size_t>(all[longest_run].data() - run.data()));
    return {{{{Wanted::Kind::Run, std::string(run)}}}, {}};
}

/// "o'neil" is also found as "oneil".
Part word_part(const Pieces& pieces, std::size_t first, std::size_t count) {
    Part part;
    std::vector<Wanted> words;
    for (std::size_t i = first; i < first + count; ++i) words.push_back({Wanted::Kind::Beginning, pieces.list()[i].text});
    part.ways.push_back(std::move(words));
    if (count > 1) part.ways.push_back({{Wanted::Kind::Beginning, pieces.joined(first, count)}});
    return part;
}

std::size_t with_apostrophes(const Pieces& pieces, std::size_t first) {
    std::size_t count = 1;
    const std::size_t chain = pieces.chain(first);
    while (count < chain && (pieces.list()[first + count].gap == "'" || pieces.list()[first + count].gap == "\u2019")) ++count;
    return count;
}

std::size_t number_length(const Pieces& pieces, std::size_t first) {
    std::size_t count = pieces.number(first);
    while (count > 1 && pieces.joined(first, count).size() > longest_number) --count;
    return count;
}

bool same(const Part& a, const Part& b) {
    auto equal = [](const Wanted& left, const Wanted& right) { return left.kind == right.kind && left.word == right.word; };
    return std::equal(a.ways.front().begin(), a.ways.front().end(), b.ways.front().begin(), b.ways.front().end(), equal);
}

bool reaches_beyond(const Wanted& wanted, std::size_t longest_beginning) {
    return wanted.kind == Wanted::Kind::Beginning && characters(wanted.word).size() + 1 > longest_beginning;
}

class Writer {
public:
    explicit Writer(const Lookup& how) : how_(how) {}

    SearchQuery part(const Part& part) const {
        std::vector<SearchQuery> ways;
        for (const std::string& word : part.corrections) ways.push_back(term(word));
        if (!how_.whole_words)
            for (const std::string& word : part.words) ways.push_back(term(word));
        if (part.mistyped || (!how_.whole_words && !part.words.empty())) return SearchQuery::any(std::move(ways));
        for (const auto& way : part.ways) {
            std::vector<SearchQuery> words;
            for (const Wanted& wanted : way) words.push_back(this->wanted(wanted));
            ways.push_back(SearchQuery::all(std::move(words)));
        }
        return SearchQuery::any(std::move(ways));
    }

private:
    SearchQuery wanted(const Wanted& wanted) const {
        switch (wanted.kind) {
            case Wanted::Kind::Whole: return term(wanted.word);
            case Wanted::Kind::LastDigits: return term(wanted.word.substr(wanted.word.size() - last_digits));
            case Wanted::Kind::Beginning: return how_.whole_words ? term(wanted.word) : beginning(wanted.word);
            case Wanted::Kind::Run: break;
        }
        std::vector<SearchQuery> pairs;
        for (const std::string& pair : pairs_of(wanted.word)) pairs.push_back(term(pair));
        return pairs.empty() ? beginning(wanted.word) : SearchQuery::all(std::move(pairs));
    }

    SearchQuery term(std::string_view word) const {
        return in_places([&](Place place) { return SearchQuery::of(term_of(place, word)); });
    }
    SearchQuery beginning(std::string_view word) const {
        auto all = characters(word);
        if (all.size() + 1 > how_.longest_beginning) word = word.substr(0, static_cast<std::size_t>(all[how_.longest_beginning - 1].data() - word.data()));
        return in_places([&](Place place) { return SearchQuery::beginning(term_of(place, word)); });
    }
    template <class Make>
    SearchQuery in_places(Make make) const {
        if (how_.only_names) return make(Place::Name);
        return SearchQuery::any({make(Place::Name), make(Place::Elsewhere)});
    }

    const Lookup& how_;
};

}  // namespace

Question read_question(std::string_view typed) {
    typed = text::trim(typed);
    if (text::length(typed) > longest_question)
        throw Failure(FailureKind::Invalid, "too_long", "What is searched for has at most 200 characters: leave some words out.", {{"q", "too_long", "Leave some words out."}});
    Pieces pieces(typed);
    Question question{pieces.folded(), {}};
    for (std::size_t first = 0, count = 1; first < pieces.list().size() && question.parts.size() < most_parts; first += count) {
        const Piece& piece = pieces.list()[first];
        const bool number = piece.kind == Piece::Kind::Number;
        count = number ? number_length(pieces, first) : with_apostrophes(pieces, first);
        Part part = number ? number_part(pieces, first, count) : piece.kind == Piece::Kind::Unspaced ? run_part(piece.text) : word_part(pieces, first, count);
        if (std::none_of(question.parts.begin(), question.parts.end(), [&](const Part& other) { return same(part, other); })) question.parts.push_back(std::move(part));
    }
    return question;
}

SearchQuery lookup(const Question& question, const Lookup& how) {
    std::vector<SearchQuery> parts;
    for (const Part& part : question.parts) parts.push_back(Writer(how).part(part));
    return SearchQuery::all(std::move(parts));
}

std::optional<std::string_view> name_in(const Part& part) {
    const auto& way = part.ways.front();
    if (part.ways.size() > 1 || way.size() > 1 || way.front().kind != Wanted::Kind::Beginning || !is_name(way.front().word)) return std::nullopt;
    return way.front().word;
}

bool is_cut(const Part& part, std::size_t longest_beginning) {
    if (part.mistyped || !part.words.empty()) return false;
    return std::any_of(part.ways.begin(), part.ways.end(), [&](const std::vector<Wanted>& way) {
        return std::any_of(way.begin(), way.end(), [&](const Wanted& wanted) { return reaches_beyond(wanted, longest_beginning); });
    });
}

bool is_cut(const Question& question, std::size_t longest_beginning) {
    return std::any_of(question.parts.begin(), question.parts.end(), [&](const Part& part) { return is_cut(part, longest_beginning); });
}

}  // namespace rapport::search
