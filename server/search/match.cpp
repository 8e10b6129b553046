#include "search/match.h"

#include <algorithm>

#include "search/words.h"

namespace rapport::search {
namespace {

constexpr int whole_name = 100;
constexpr int best_word = 4;

int value_of(Place place, bool whole) { return (place == Place::Name ? 3 : 1) + (whole ? 1 : 0); }

/// 0 when the field does not have it.
int value_in(FieldWords& field, const Wanted& wanted) {
    if (wanted.kind == Wanted::Kind::Run) return field.folded().find(wanted.word) == std::string::npos ? 0 : value_of(field.place(), true);
    const auto& words = field.words();
    if (wanted.kind == Wanted::Kind::LastDigits) {
        bool found = std::any_of(words.begin(), words.end(), [&](const std::string& word) { return word.ends_with(wanted.word); });
        return found ? value_of(field.place(), true) : 0;
    }
    auto first = std::lower_bound(words.begin(), words.end(), wanted.word);
    if (first == words.end() || !first->starts_with(wanted.word)) return 0;
    const bool whole = *first == wanted.word;
    return whole || wanted.kind == Wanted::Kind::Beginning ? value_of(field.place(), whole) : 0;
}

/// The worst of its words; 0 when one of them is missing.
int value_in(FieldWords& field, const std::vector<Wanted>& way) {
    int value = best_word;
    for (const Wanted& wanted : way) value = std::min(value, value_in(field, wanted));
    return value;
}

std::optional<int> match(const Part& part, std::vector<FieldWords>& fields) {
    int best = 0;
    for (FieldWords& field : fields) {
        if (best >= value_of(field.place(), true)) continue;
        for (const auto& way : part.ways) best = std::max(best, value_in(field, way));
    }
    if (best > 0) return best;
    for (FieldWords& field : fields)
        for (const std::string& word : part.corrections)
            if (std::binary_search(field.words().begin(), field.words().end(), word)) return 0;
    return std::nullopt;
}

}  // namespace

const Pieces& FieldWords::pieces() {
    if (!pieces_) pieces_.emplace(field_->type->search_text(stored_, *field_));
    return *pieces_;
}

const std::string& FieldWords::folded() { return pieces().folded(); }

const std::vector<std::string>& FieldWords::words() {
    if (!words_) words_ = words_of(pieces());
    return *words_;
}

std::optional<int> match(const Question& question, std::vector<FieldWords>& fields) {
    int total = 0;
    for (const Part& part : question.parts) {
        auto value = match(part, fields);
        if (!value) return std::nullopt;
        total += *value;
    }
    for (FieldWords& field : fields)
        if (field.place() == Place::Name && field.folded() == question.folded) total += whole_name;
    return total;
}

}  // namespace rapport::search
