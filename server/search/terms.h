#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/record_id.h"

namespace rapport::search {

/// Where a word stands: in what the record is called, or anywhere else in it. A term of the index is this mark and the word.
enum class Place : char { Name = '=', Elsewhere = ':' };

std::string term_of(Place place, std::string_view word);
/// The term that all records of an owner have, so that they can be found without the others.
std::string term_of_owner(RecordId owner);

/// The terms of one record.
class Terms {
public:
    void add(Place place, std::string_view text);
    void add_owner(RecordId owner) { owner_ = owner; }

    /// With a blank between two.
    std::string text();
    /// In which mistyped words are looked for.
    const std::vector<std::string>& names() const { return names_; }

private:
    std::vector<std::string> in_name_, elsewhere_, names_;
    RecordId owner_;
    std::size_t room_ = 200'000;  // bytes of text; the rest of a longer one is not searched
};

}  // namespace rapport::search
