#pragma once

#include <string>
#include <string_view>

namespace rapport {

struct PersonName {
    std::string first;
    std::string last;

    friend bool operator==(const PersonName&, const PersonName&) = default;
};

/// The name as one writes it: "Ada Lovelace"; in Chinese, Japanese and Korean letters the family name first and nothing
/// between ("山田太郎"). Either part may be empty.
std::string full_name(const PersonName& name);

/// What is first and what is last in "Ada Lovelace", "Lovelace, Ada", "Ludwig van Beethoven", "山田 太郎". A name of one
/// word is a last name.
PersonName split_name(std::string_view full);

}  // namespace rapport
