#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace rapport::metadata {

/// How the values of two records are compared.
enum class Comparing {
    Exact,    // the same or not, whatever the case
    Text,     // spelling mistakes are forgiven
    Person,   // a person's name in any order, with initials and short forms
    Company,  // a company's name, with or without its legal form
    Address,  // streets and places: house numbers count, abbreviations do not
    Email,
    Phone,    // by the last digits
    Domain,   // of web addresses
    Date,     // day and month may be swapped, one digit mistyped
};

/// What two records' values in these fields say about whether the records are the same.
struct Comparison {
    Comparing as = Comparing::Exact;
    std::vector<std::string> fields;  // columns; of names, texts and addresses the parts of one, otherwise any of them
    std::string label;                // as people are told: "e-mail address"
    int same = 0;                     // points when they are the same; fewer when they are similar
    int different = 0;                // points when they are not: none or fewer than none
};

/// By which records of an object are likely the same: those whose points sum up to so many.
struct DuplicateRules {
    int from = 60;
    std::vector<std::string> also_in;  // objects in which the same person or company may stand, too
    std::vector<Comparison> compare;
    Json declared;

    bool empty() const { return compare.empty(); }
};

std::string_view name_of(Comparing comparing);

}  // namespace rapport::metadata
