#pragma once

#include <optional>
#include <string>
#include <vector>

#include "search/pieces.h"
#include "search/question.h"

namespace rapport::search {

/// A text of a record, cut into words when somebody looks for them there.
class FieldWords {
public:
    FieldWords(Place place, std::string text) : place_(place), text_(std::move(text)) {}

    Place place() const { return place_; }
    const std::string& folded();
    const std::vector<std::string>& words();

private:
    Place place_;
    std::string text_;
    std::optional<Pieces> pieces_;
    std::optional<std::vector<std::string>> words_;
};

/// How well the record has what is asked for; nothing when it has not. What it is called counts more than what else it
/// has, a whole word more than its beginning, and most of all the whole name.
std::optional<int> match(const Question& question, std::vector<FieldWords>& fields);

}  // namespace rapport::search
