#pragma once

#include <string>
#include <vector>

#include "query/predicate.h"
#include "security/actor.h"
#include "security/rights.h"

namespace rapport::security {

/// One reason for which somebody may see or change records, and which ones.
struct Ground {
    std::string code;
    std::string sentence;
    query::Predicate rows;
    RecordId source = {};            // the role, permission set, team or rule that says so
    std::vector<Ground> parts = {};  // the reasons one by one, where a question asks for all of them at once
    std::vector<const metadata::Field*> through = {};  // references to the records whose own grounds these are
    Access through_access = Access::Read;
    struct Given {  // by a record of another object
        const metadata::Object* object = nullptr;
        const metadata::Field* naming = nullptr;  // its reference to the record, or to what the record's `key` names
        const metadata::Field* key = nullptr;
        query::Predicate rows;                    // of that object
    };
    Given given = {};
};

/// All grounds on which the actor has this access to records of the object. Who has none of them has no access.
std::vector<Ground> grounds_of(const Actor& actor, const metadata::Catalogue& catalogue, const metadata::Object& object, Access access);

/// The rows of an object that the actor has this access to: those for which there is a ground.
query::Predicate visible_rows(const Actor& actor, const metadata::Catalogue& catalogue, const metadata::Object& object, Access access);

/// What somebody needs to be allowed to do with the record on which those of `object` hang, to have this access to them.
Access access_to_parent(const metadata::Object& object, Access access);

/// True for a field that names the record on which those of `object` hang.
bool is_parent(const metadata::Object& object, const metadata::Field& field);

/// What somebody needs to be allowed to do with any record of an object, before it is asked which.
ObjectRight right_for(Access access);

}  // namespace rapport::security
