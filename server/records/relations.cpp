#include "records/relations.h"

#include <algorithm>

#include "metadata/schema.h"
#include "records/pipeline.h"
#include "security/directory.h"

namespace rapport::records {
namespace {

using metadata::Field;
using metadata::Object;

/// All of it is one transaction; nobody else writes meanwhile.
constexpr std::int64_t most_moved = 10'000;

/// Who made a record and who changed it stays true.
bool is_stamp(const Field& field) { return field.name == "created_by_id" || field.name == "updated_by_id"; }

std::vector<RecordId> referring(storage::Session& session, const Object& object, const Field& field, RecordId to) {
    std::vector<RecordId> ids;
    auto rows = session.query("SELECT id FROM " + metadata::quoted(object.name) + " WHERE " + metadata::quoted(field.name) + " = ?1 AND deleted_at IS NULL ORDER BY id LIMIT ?2",
                              {to.number(), most_moved + 1});
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

std::map<std::string, std::int64_t> move_relations(Service& service, ChangeSet& change_set, std::string actor, const Moving& moving, storage::Session& session, std::set<std::string>& changed) {
    auto system = security::Actor::system(std::move(actor));
    const Run run{system, Source::System, Mode::AllOrNothing, &change_set};
    Pipeline pipeline(service, run, session);
    Mover mover(pipeline, session, moving);
    std::map<std::string, std::int64_t> moved;
    std::int64_t count = 0;
    for (RecordId from : moving.from) {
        const Object* target = pipeline.catalogue().find(from);
        if (!target) continue;
        for (const Object& object : pipeline.catalogue().objects()) {
            for (const Field& field : object.fields) {
                bool refers = field.is_reference() && field.has_column() && field.name != "id" && !is_stamp(field) && field.may_refer_to(*target);
                if (!refers || (moving.which && !moving.which(object, field))) continue;
                for (RecordId id : referring(session, object, field, from)) {
                    if (std::find(moving.from.begin(), moving.from.end(), id) != moving.from.end()) continue;
                    if (++count > most_moved)
                        throw Failure(FailureKind::Conflict, "too_many_related", "More than " + std::to_string(most_moved) + " records refer to these: move some of them first.");
                    if (mover.move(object, field, id)) ++moved[object.name];
                }
            }
        }
    }
    pipeline.finish();
    changed.insert(pipeline.changed_objects().begin(), pipeline.changed_objects().end());
    if (pipeline.changed_rights()) security::note_change(session);
    return moved;
}

}  // namespace rapport::records
