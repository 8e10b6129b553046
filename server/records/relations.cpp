#include "records/relations.h"

#include <algorithm>
#include <limits>

#include "metadata/schema.h"
#include "records/pipeline.h"
#include "security/directory.h"

namespace rapport::records {
namespace {

using metadata::Field;
using metadata::Object;

/// Who made a record and who changed it stays true.
bool is_stamp(const Field& field) { return field.name == "created_by_id" || field.name == "updated_by_id"; }

/// A field by which records refer to one of those that something moves away from.
struct Reference {
    RecordId from;
    const Object* object;
    const Field* field;

    std::string name() const { return from.text() + "/" + object->name + "/" + field->name; }
    std::string condition() const { return " FROM " + metadata::quoted(object->name) + " WHERE " + metadata::quoted(field->name) + " = ?1 AND deleted_at IS NULL"; }
};

std::vector<Reference> references(const metadata::Catalogue& catalogue, const Moving& moving) {
    std::vector<Reference> found;
    for (RecordId from : moving.from) {
        const Object* target = catalogue.find(from);
        if (!target) continue;
        for (const Object& object : catalogue.objects())
            for (const Field& field : object.fields) {
                bool refers = field.is_reference() && field.has_column() && field.name != "id" && !is_stamp(field) && field.may_refer_to(*target);
                if (refers && (!moving.which || moving.which(object, field))) found.push_back({from, &object, &field});
            }
    }
    return found;
}

std::vector<RecordId> referring(storage::Session& session, const Reference& reference, std::int64_t after, std::int64_t most) {
    std::vector<RecordId> ids;
    auto rows = session.query("SELECT id" + reference.condition() + " AND id > ?2 ORDER BY id LIMIT ?3", {reference.from.number(), after, most});
    while (rows->next()) ids.emplace_back(rows->integer(0));
    return ids;
}

class Mover {
public:
    Mover(Pipeline& pipeline, storage::Session& session, const Moving& moving) : pipeline_(pipeline), session_(session), moving_(moving) {}

    /// False when the other record has its like already.
    bool move(const Object& object, const Field& field, RecordId id) {
        // A record that refers to the one it becomes part of would refer to itself.
        bool to_itself = id == moving_.to;
        if (!to_itself) {
            auto failure = set(object, field, id, moving_.to.text());
            if (!failure) return true;
            if (failure->code() == "duplicate_value") return false;
            if (field.required) throw *failure;
        }
        if (field.required) return false;
        if (auto failure = set(object, field, id, nullptr)) throw *failure;
        return true;
    }

private:
    std::optional<Failure> set(const Object& object, const Field& field, RecordId id, Json value) {
        Operation operation;
        operation.kind = Operation::Kind::Update;
        operation.object = object.name;
        operation.id = id;
        operation.fields.set(field.name, std::move(value));
        operation.inside = {true, true, {}, true};
        pipeline_.settle_roll_ups(object.name);
        const auto mark = pipeline_.mark();
        try {
            session_.savepoint([&] { pipeline_.apply(operation); });
            return std::nullopt;
        } catch (const Failure& failure) {
            pipeline_.forget_since(mark);
            if (failure.kind() == FailureKind::Unavailable || failure.kind() == FailureKind::Internal) throw;
            return failure;
        }
    }

    Pipeline& pipeline_;
    storage::Session& session_;
    const Moving& moving_;
};

}  // namespace

std::int64_t total(const ReferenceCounts& counts) {
    std::int64_t sum = 0;
    for (const auto& [object, count] : counts) sum += count;
    return sum;
}

ReferenceCounts move_relations(Service& service, ChangeSet& change_set, std::string actor, const Moving& moving, storage::Session& session, std::set<std::string>& changed, MovingPage& page) {
    auto system = security::Actor::system(std::move(actor));
    const Run run{system, Source::System, Mode::AllOrNothing, &change_set};
    Pipeline pipeline(service, run, session);
    Mover mover(pipeline, session, moving);
    ReferenceCounts moved;
    std::int64_t left = page.most;
    for (const Reference& reference : references(pipeline.catalogue(), moving)) {
        std::int64_t& after = page.reached[reference.name()];
        std::vector<std::int64_t>& stuck = page.stuck[reference.name()];
        for (RecordId id : referring(session, reference, after, left)) {
            --left;
            after = id.number();
            if (std::find(moving.from.begin(), moving.from.end(), id) != moving.from.end() || std::binary_search(stuck.begin(), stuck.end(), id.number())) continue;
            if (mover.move(*reference.object, *reference.field, id)) ++moved[reference.object->name];
            else stuck.insert(std::upper_bound(stuck.begin(), stuck.end(), id.number()), id.number());
        }
        if (left == 0) break;
    }
    page.is_last = left > 0;
    pipeline.finish();
    changed.insert(pipeline.changed_objects().begin(), pipeline.changed_objects().end());
    if (pipeline.changed_rights()) security::note_change(session);
    return moved;
}

ReferenceCounts move_relations(Service& service, ChangeSet& change_set, std::string actor, const Moving& moving, storage::Session& session, std::set<std::string>& changed) {
    MovingPage all{.most = std::numeric_limits<std::int64_t>::max()};
    return move_relations(service, change_set, std::move(actor), moving, session, changed, all);
}

ReferenceCounts count_relations(const metadata::Catalogue& catalogue, const Moving& moving, storage::Session& session, std::int64_t most) {
    ReferenceCounts counts;
    for (const Reference& reference : references(catalogue, moving)) {
        auto count = session.value("SELECT count(*) FROM (SELECT 1" + reference.condition() + " LIMIT ?2) AS found", {reference.from.number(), most})->integer();
        if (count) counts[reference.object->name] += count;
    }
    return counts;
}

}  // namespace rapport::records
