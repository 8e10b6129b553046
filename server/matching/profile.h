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

/// Something in which two records are alike.
struct Reason {
    bool same = false;  // or similar
    const metadata::Comparison* comparison = nullptr;

    /// "same e-mail address", for those who have no words of their own.
    std::string text() const { return (same ? "same " : "similar ") + comparison->label; }
};

/// How likely two records are the same, and why. Lives no longer than the catalogue by whose rules they were compared.
struct Score {
    int points = 0;  // 0 to 100
    std::vector<Reason> reasons;  // the strongest first
};
/// By the rules of the first; the other may be of an object that has comparisons of the same kinds.
Score score(const Profile& asked, const Profile& other);

}  // namespace rapport::matching
