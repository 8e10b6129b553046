#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "metadata/catalogue.h"
#include "storage/database.h"

/// Records keep their tags in a column of their own; a table beside them says which records have a tag, whatever its case, and is
/// what questions for tags go by (query/compile_tags.cpp). Records of "tag" say how a tag is written, and its colour.
namespace rapport::records {

/// The object's field of tags; null when it has none.
const metadata::Field* tags_field(const metadata::Object& object);

/// Under which a tag stands in that table.
std::string tag_key(std::string_view tag);
/// The tags of a stored value.
std::vector<std::string_view> tags_in(const Value& stored);
/// How a tag is written that differs from this one in case at most; nothing when there is none.
std::optional<std::string> known_spelling(storage::Session& session, std::string_view tag);
/// Brings that table up to date for a record whose stored tags were changed.
void note_tags(storage::Session& session, RecordId record, const Value& before, const Value& after);

/// How many records of the object have each tag: by the table, and by the records themselves.
std::map<std::string, std::int64_t> count_tags(storage::Session& session, const metadata::Object& object);
std::map<std::string, std::int64_t> count_tags_of_records(storage::Session& session, const metadata::Object& object);

/// A step of the schema: makes that table.
void create_tag_table(storage::Session& session);
/// Until records had a column for them, each tag on a record was a record of "tag_assignment": writes these into the columns and
/// sets the table aside. Does nothing where that is done.
void take_over_tag_assignments(storage::Database& database, const metadata::Catalogue& catalogue);

}  // namespace rapport::records
