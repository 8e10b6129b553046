#pragma once

#include <optional>
#include <string>
#include <vector>

#include "metadata/object.h"
#include "search/pieces.h"
#include "search/question.h"

namespace rapport::search {

/// What a record has in a field, cut into words when somebody looks for them there. Lives no longer than its row.
class FieldWords {
public:
    FieldWords(Place place, const metadata::Field& field, const Cell& stored) : place_(place), field_(&field), stored_(stored) {}

    Place place() const { return place_; }
    const std::string& folded();
    const std::vector<std::string>& words();

private:
    const Pieces& pieces();

    Place place_;
    const metadata::Field* field_;
    Cell stored_;
    std::optional<Pieces> pieces_;
    std::optional<std::vector<std::string>> words_;
};

/// How well the record has what is asked for; nothing when it has not. What it is called counts more than what else it
/// has, a whole word more than its beginning, and most of all the whole name.
std::optional<int> match(const Question& question, std::vector<FieldWords>& fields);

}  // namespace rapport::search
