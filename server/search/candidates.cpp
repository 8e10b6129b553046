#include "search/candidates.h"

#include <algorithm>

#include "search/index.h"
#include "security/rights.h"

namespace rapport::search {
namespace {

constexpr std::size_t most_details = 2;
constexpr std::size_t most_owners = 64;

}  // namespace

Candidates::Candidates(storage::Session& session, const security::Asking& asking, const metadata::Object& object, const Question& question)
    : session_(session), asking_(asking), object_(object), question_(question) {
    auto visible = security::visible_to(asking.actor);
    const metadata::Field& name = object.field(object.name_field);
    fields_ = {&object.field("id")};
    if (name.name != "id" && visible(object, name)) fields_.push_back(&name);
    for (const metadata::Field& field : object.fields)
        if (is_searched(object, field) && &field != &name && visible(object, field)) fields_.push_back(&field);
    shown_ = std::min(fields_.size(), 2 + most_details);
    if (object.owned) fields_.push_back(&object.field("owner_id"));
}

void Candidates::look_at(const std::vector<std::int64_t>& ids) {
    Json::Array unseen;
    for (std::int64_t id : ids)
        if (seen_.insert(id).second) unseen.push_back(RecordId(id).text());
    if (unseen.empty()) return;
    query::Select select;
    select.object = object_.name;
    for (const metadata::Field* field : fields_) select.fields.push_back({"", {{field->name}, {}}, "", {}});
    select.where = query::parse_filter(Json::Members{{"field", "id"}, {"op", "in"}, {"value", std::move(unseen)}});
    auto statement = security::compile(select, asking_, session_.dialect());
    query::for_each_row(session_, statement, [&](const std::vector<Cell>& cells) { judge(cells); });
}

void Candidates::judge(const std::vector<Cell>& cells) {
    ++seen_rows_;
    std::vector<FieldWords> words;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (!is_searched(object_, *fields_[i]) || cells[i].is_null()) continue;
        words.emplace_back(fields_[i]->name == object_.name_field ? Place::Name : Place::Elsewhere, *fields_[i], cells[i]);
    }
    auto value = match(question_, words);
    if (!value) return;
    Hit hit{*value, false, cells[0].integer(), {}};
    RecordId me = asking_.actor.user();
    hit.mine = object_.owned && me && !cells.back().is_null() && cells.back().integer() == me.number();
    for (std::size_t i = 0; i < shown_; ++i) hit.shown.push_back(cells[i].value());
    hits_.push_back(std::move(hit));
}

Group Candidates::best(std::size_t limit) {
    std::sort(hits_.begin(), hits_.end(), [](const Hit& a, const Hit& b) { return std::tie(b.value, b.mine, b.id) < std::tie(a.value, a.mine, a.id); });
    if (hits_.size() > limit) hits_.resize(limit);
    Group group{&object_, {fields_.begin(), fields_.begin() + static_cast<std::ptrdiff_t>(shown_)}, {}};
    for (Hit& hit : hits_) group.records.push_back(std::move(hit.shown));
    return group;
}

std::optional<std::vector<RecordId>> Candidates::owners() const {
    query::Predicate rows = security::visible_rows(asking_.actor, *asking_.catalogue, object_, security::Access::Read);
    auto names_owners = [](const query::Predicate& part) { return part.kind == query::Predicate::Kind::InIntegers && part.field->name == "owner_id"; };
    auto part = std::find_if(rows.parts.begin(), rows.parts.end(), names_owners);
    const bool one_of_several = rows.kind == query::Predicate::Kind::Or && part != rows.parts.end();
    if (!names_owners(rows) && !one_of_several) return std::nullopt;
    Json all = Json::parse(one_of_several ? *part->json : *rows.json);
    if (all.array().size() > most_owners) return std::nullopt;
    std::vector<RecordId> out;
    for (const Json& id : all.array()) out.emplace_back(id.integer());
    return out;
}

}  // namespace rapport::search
