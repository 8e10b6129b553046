#pragma once

#include <functional>
#include <string>
#include <vector>

#include "metadata/object.h"

namespace rapport::matching {

using ValueOf = std::function<Value(const metadata::Field&)>;

/// What a record says about who or what it is, by the duplicate rules of its object: for each comparison what is compared.
struct Profile {
    const metadata::Object* object = nullptr;
    std::vector<std::vector<std::string>> values;  // in the order of DuplicateRules::compare; empty where nothing is known
};

Profile profile_of(const metadata::Object& object, const ValueOf& value_of);

/// The fields that the rules of an object compare, each once.
std::vector<const metadata::Field*> compared_fields(const metadata::Object& object);
bool is_compared(const metadata::Object& object, const metadata::Field& field);

/// By which a record is found among those that may be the same: what two such records most likely share, even misspelled.
/// Each once; letters and digits only. Records of different objects have the same keys for the same values.
std::vector<std::string> keys_of(const Profile& profile);

/// How likely two records are the same, and why.
struct Score {
    int points = 0;  // 0 to 100
    std::vector<std::string> reasons;  // "same e-mail address", "similar name": the strongest first
    std::size_t strongest = 0;         // the comparison of the first reason
};
/// By the rules of the first; the other may be of an object that has comparisons of the same kinds.
Score score(const Profile& asked, const Profile& other);

}  // namespace rapport::matching
