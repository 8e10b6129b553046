#include "records/empty_trash.h"

#include <algorithm>

#include "metadata/schema.h"
#include "records/pipeline.h"
#include "records/tags.h"

namespace rapport::records {
namespace {

using metadata::Field;
using metadata::Object;
using metadata::quoted;

constexpr std::int64_t roots_per_transaction = 50;

struct Root {
    std::int64_t id;
    std::int64_t deleted_at;
};

std::vector<Root> next_roots(storage::Session& session, DateTime before, const Root& after) {
    std::vector<Root> out;
    auto rows = session.query("SELECT record_id, deleted_at FROM trash WHERE root_id = record_id AND deleted_at < ?1 AND (deleted_at > ?2 OR (deleted_at = ?2 AND record_id > ?3)) "
                              "ORDER BY deleted_at, record_id LIMIT ?4",
                              {before.microseconds(), after.deleted_at, after.id, roots_per_transaction});
    while (rows->next()) out.push_back({rows->integer(0), rows->integer(1)});
    return out;
}

/// Removes roots for good inside a transaction.
class Emptying {
public:
    Emptying(Pipeline& pipeline, storage::Session& session, ChangeSet& change_set, const security::Actor& actor)
        : pipeline_(pipeline), session_(session), change_set_(change_set), actor_(actor) {}

    /// Answers how many records went; none when something needs one of them.
    std::optional<std::int64_t> remove(std::int64_t root) {
        members_.clear();
        references_.clear();
        add_members(root);
        // Grows while it is walked through: what cannot be without these goes along.
        for (std::size_t i = 0; i < members_.size(); ++i)
            if (!gather_references(members_[i])) return std::nullopt;
        for (const Reference& reference : references_) clear(reference);
        for (std::int64_t member : members_) erase(member);
        return static_cast<std::int64_t>(members_.size());
    }

private:
    struct Reference {
        const Object* object;
        const Field* field;
        std::int64_t id;
        bool live;
    };

    /// A record with what went to the trash with it.
    void add_members(std::int64_t root) {
        auto rows = session_.query("SELECT record_id FROM trash WHERE root_id = ?1 OR record_id = ?1", {root});
        while (rows->next())
            if (!is_member(rows->integer(0))) members_.push_back(rows->integer(0));
    }

    bool is_member(std::int64_t id) const { return std::find(members_.begin(), members_.end(), id) != members_.end(); }

    /// False when the record has to stay.
    bool gather_references(std::int64_t member) {
        const Object* target = pipeline_.catalogue().find(RecordId(member));
        if (!target) return true;
        if (target->administrative) return false;
        for (const Object& object : pipeline_.catalogue().objects()) {
            for (const Field& field : object.fields) {
                bool refers = field.is_reference() && field.has_column() && field.name != "id" && field.may_refer_to(*target);
                if (!refers) continue;
                for (const Reference& one : referring(object, field, member)) {
                    if (is_member(one.id)) continue;
                    if (one.live && field.required) return false;
                    if (!one.live && (field.required || field.on_delete == metadata::OnDelete::Cascade)) add_members(one.id);
                    else references_.push_back(one);
                }
            }
        }
        return true;
    }

    std::vector<Reference> referring(const Object& object, const Field& field, std::int64_t member) {
        std::vector<Reference> out;
        auto rows = session_.query("SELECT id, deleted_at FROM " + quoted(object.name) + " WHERE " + quoted(field.name) + " = ?1", {member});
        while (rows->next()) out.push_back({&object, &field, rows->integer(0), rows->is_null(1)});
        return out;
    }

    void clear(const Reference& reference) {
        if (is_member(reference.id)) return;
        if (!reference.live) {
            session_.execute("UPDATE " + quoted(reference.object->name) + " SET " + quoted(reference.field->name) + " = NULL WHERE id = ?1", {reference.id});
            return;
        }
        Operation operation;
        operation.kind = Operation::Kind::Update;
        operation.object = reference.object->name;
        operation.id = RecordId(reference.id);
        operation.fields.set(reference.field->name, nullptr);
        operation.inside = {true, true, {}, true};
        pipeline_.settle_roll_ups(operation.object);
        pipeline_.apply(operation);
    }

    void erase(std::int64_t member) {
        const Object* object = pipeline_.catalogue().find(RecordId(member));
        if (object) forget_tags(*object, member);
        if (object) session_.execute("DELETE FROM " + quoted(object->name) + " WHERE id = ?1", {member});
        session_.execute("DELETE FROM trash WHERE record_id = ?1", {member});
        session_.execute("DELETE FROM record_merge WHERE survivor_id = ?1", {member});
        session_.execute("UPDATE record_history SET changes = '{}' WHERE record_id = ?1", {member});
        Value by = actor_.user() ? Value(actor_.user().number()) : Value();
        change_set_.add_lines(1);
        session_.execute("INSERT INTO record_history (record_id, changed_at, changed_by_id, actor, source, operation, changes, change_set) VALUES (?1, ?2, ?3, ?4, ?5, 'purge', '{}', ?6)",
                         {member, DateTime::now().microseconds(), by, actor_.name(), name_of(Source::System), change_set_.open(session_)});
    }

    void forget_tags(const Object& object, std::int64_t member) {
        const Field* field = tags_field(object);
        auto tags = field ? session_.value("SELECT " + quoted(field->name) + " FROM " + quoted(object.name) + " WHERE id = ?1", {member}) : std::nullopt;
        if (tags) note_tags(session_, RecordId(member), *tags, Value());
    }

    Pipeline& pipeline_;
    storage::Session& session_;
    ChangeSet& change_set_;
    const security::Actor& actor_;
    std::vector<std::int64_t> members_;
    std::vector<Reference> references_;
};

}  // namespace

std::optional<int> days_in_trash(storage::Session& session) {
    auto days = session.value("SELECT trash_days FROM organization WHERE deleted_at IS NULL ORDER BY id LIMIT 1");
    if (!days || !days->is_integer()) return std::nullopt;
    return static_cast<int>(days->integer());
}

std::int64_t count_trash(storage::Session& session, DateTime before) { return session.value("SELECT COUNT(*) FROM trash WHERE deleted_at < ?1", {before.microseconds()})->integer(); }

EmptiedTrash empty_trash(Service& service, const security::Actor& actor, DateTime before, const std::function<void(const EmptiedTrash&)>& progress) {
    EmptiedTrash total;
    std::int64_t number = 0;
    Root last{0, 0};
    for (bool more = true; more;) {
        EmptiedTrash next;
        Root reached = last;
        std::int64_t change_set_number = number;
        std::set<std::string> changed;
        service.database().write([&](storage::Session& session) {
            next = total;
            reached = last;
            ChangeSet change_set(actor, Source::System, "empty_trash");
            if (number) change_set.go_on(number);
            auto system = security::Actor::system("trash");
            const Run run{system, Source::System, Mode::AllOrNothing, &change_set};
            Pipeline pipeline(service, run, session);
            Emptying emptying(pipeline, session, change_set, actor);
            auto roots = next_roots(session, before, last);
            more = !roots.empty();
            for (const Root& root : roots) {
                auto removed = emptying.remove(root.id);
                next.records += removed.value_or(0);
                if (!removed) ++next.kept;
                reached = root;
            }
            pipeline.finish();
            change_set.close(session);
            change_set_number = change_set.number();
            changed = pipeline.changed_objects();
        });
        total = next;
        last = reached;
        number = change_set_number;
        service.announce(changed);
        if (progress) progress(total);
    }
    return total;
}

}  // namespace rapport::records
