#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "query/sql_writer.h"

namespace rapport::query {
namespace {

/// So many records are read and sorted as fast as a page is found among a hundred times as many by walking along them.
constexpr std::int64_t few = 10'000;
/// Each makes a statement of its own.
constexpr std::size_t most_conditions = 3;

void gather(const BoundCondition& condition, int source, std::vector<const BoundCondition*>& out) {
    if (out.size() >= most_conditions) return;
    if (condition.is_of_tags(source)) out.push_back(&condition);
    if (condition.kind == BoundCondition::Kind::And)
        for (const BoundCondition& part : condition.parts) gather(part, source, out);
}

}  // namespace

std::vector<const BoundCondition*> tag_conditions(const Question& question) {
    std::vector<const BoundCondition*> out;
    if (question.where) gather(*question.where, question.source, out);
    return out;
}

/// The column itself says whether a record has a tag; this table says which records have it.
std::string SqlWriter::tagged_records(const Question& question, const BoundCondition& condition, std::string_view column) {
    const metadata::Object& object = *restricted_.bound().sources()[static_cast<std::size_t>(question.source)].object;
    std::string tags;
    auto add = [&](const auto& self, const BoundCondition& part) -> void {
        if (part.kind == BoundCondition::Kind::Has) tags += (tags.empty() ? "" : ", ") + parameter(text::lower(part.values.front().text()));
        for (const BoundCondition& inner : part.parts) self(self, inner);
    };
    add(add, condition);
    return fmt::format("SELECT {} FROM record_tag WHERE tag IN ({}) AND record_id BETWEEN {} AND {}", column, tags, RecordId::of(object.number, 0).number(),
                       RecordId::of(object.number, RecordId::last_sequence).number());
}

std::string SqlWriter::has_few_tagged(const Question& question, const BoundCondition& condition) {
    return fmt::format("(SELECT COUNT(*) FROM ({} LIMIT {}) found) <= {}", tagged_records(question, condition, "1"), few + 1, few);
}

std::string SqlWriter::is_tagged(const Question& question, const BoundCondition& condition, Walk walk) {
    std::string id = column(alias(question.source), "id");
    std::string records = tagged_records(question, condition, "record_id");
    // PostgreSQL takes a subquery for a table to join with, and reads all of ours for that; an array's members it looks up.
    bool looked_up = walk == Walk::RowByRow && dialect_.name() == "postgres";
    return looked_up ? fmt::format("{} = ANY(ARRAY({}))", id, records) : fmt::format("{} IN ({})", id, records);
}

}  // namespace rapport::query
