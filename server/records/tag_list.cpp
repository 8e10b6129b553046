#include "records/tag_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "query/pattern.h"
#include "records/tags.h"

namespace rapport::records {
namespace {

OfferedTag read_tag(const storage::Cursor& row) { return {RecordId(row.integer(0)), std::string(row.text(1)), row.is_null(2) ? std::string() : std::string(row.text(2))}; }

}  // namespace

std::vector<OfferedTag> most_used_tags(storage::Session& session, const TagRequest& request) {
    const storage::Dialect& dialect = session.dialect();
    const std::string beginning = query::escaped_pattern(request.beginning) + "%";
    std::vector<Value> parameters{request.limit, beginning, "% " + beginning};
    std::string counted = "SELECT 1 FROM record_tag r WHERE r.tag = rapport_lower(t.name)";
    // Names compare as people do; a key compares as its column does, which SQLite takes from the column and PostgreSQL asks for.
    if (dialect.name() == "postgres") counted += R"( COLLATE "C")";
    if (request.object) {
        counted += " AND r.record_id BETWEEN ?4 AND ?5";
        parameters.insert(parameters.end(), {RecordId::of(request.object->number, 0).number(), RecordId::of(request.object->number, RecordId::last_sequence).number()});
    }
    counted += fmt::format(" LIMIT {}", request.count_to);
    auto rows = session.query(fmt::format("SELECT t.id, t.name, t.tint, (SELECT COUNT(*) FROM ({}) found) AS records FROM tag t WHERE t.deleted_at IS NULL AND ({} OR {}) "
                                          "ORDER BY records DESC, t.name LIMIT ?1",
                                          counted, dialect.like("t.name", "?2"), dialect.like("t.name", "?3")),
                              parameters);
    std::vector<OfferedTag> out;
    while (rows->next()) out.push_back(read_tag(*rows));
    return out;
}

std::vector<TagUse> tags_with_use(storage::Session& session, std::string_view beginning, std::size_t limit) {
    std::map<std::string, std::map<std::int64_t, std::int64_t>, std::less<>> counts;
    auto counted = session.query(fmt::format("SELECT tag, record_id >> {}, COUNT(*) FROM record_tag GROUP BY 1, 2", RecordId::sequence_bits));
    while (counted->next()) counts[std::string(counted->text(0))][counted->integer(1)] = counted->integer(2);
    counted.reset();
    const storage::Dialect& dialect = session.dialect();
    const std::string pattern = query::escaped_pattern(beginning) + "%";
    std::vector<TagUse> out;
    auto rows = session.query("SELECT id, name, tint FROM tag WHERE deleted_at IS NULL AND (" + dialect.like("name", "?1") + " OR " + dialect.like("name", "?2") + ") ORDER BY name", {pattern, "% " + pattern});
    while (rows->next()) {
        TagUse use{read_tag(*rows), {}, 0};
        if (auto found = counts.find(tag_key(use.tag.name)); found != counts.end()) use.by_object = found->second;
        for (const auto& [object, records] : use.by_object) use.records += records;
        out.push_back(std::move(use));
    }
    std::stable_sort(out.begin(), out.end(), [](const TagUse& one, const TagUse& other) { return one.records > other.records; });
    if (out.size() > limit) out.resize(limit);
    return out;
}

}  // namespace rapport::records
