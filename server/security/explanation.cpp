#include "security/explanation.h"

#include <fmt/format.h>

#include "base/text.h"
#include "metadata/schema.h"
#include "security/restriction.h"
#include "security/rights.h"

namespace rapport::security {
namespace {

std::string_view verb(Access access) {
    switch (access) {
        case Access::Read: return "see";
        case Access::Edit: return "change";
        case Access::Full: return "share";
        case Access::Delete: return "delete";
    }
    return "delete";
}

class Explainer {
public:
    Explainer(storage::Session& session, const Actor& actor, const metadata::CataloguePointer& catalogue)
        : session_(session), actor_(actor), catalogue_(catalogue) {}

    Verdict explain(RecordId record, Access access, int steps) {
        const metadata::Object* object = catalogue_->find(record);
        if (!object) return {};
        Verdict out;
        auto grounds = grounds_of(actor_, *catalogue_, *object, access);
        for (const Ground& ground : grounds) {
            if (ground.parts.empty()) add(out, *object, record, ground, steps);
            for (const Ground& part : ground.parts) add(out, *object, record, part, steps);
        }
        if (!out.allowed) out.reasons = what_is_missing(*object, record, access, grounds, steps);
        return out;
    }

private:
    void add(Verdict& verdict, const metadata::Object& object, RecordId record, const Ground& ground, int steps) {
        if (!is_among(session_, catalogue_, object, record, ground.rows)) return;
        verdict.allowed = true;
        if (ground.given.object) {
            RecordId key = reference(object, record, *ground.given.key);
            RecordId given = first_referring(session_, catalogue_, *ground.given.object, *ground.given.naming, key, ground.given.rows);
            verdict.reasons.push_back({ground.code, ground.sentence, given, {}, {}});
            return;
        }
        if (ground.through.empty()) verdict.reasons.push_back({ground.code, ground.sentence, ground.source, {}, {}});
        for (const metadata::Field* field : ground.through) {
            RecordId through = reference(object, record, *field);
            if (through) verdict.reasons.push_back({ground.code, ground.sentence, ground.source, through, because(through, ground.through_access, steps)});
        }
    }

    std::vector<Reason> because(RecordId record, Access access, int steps) { return steps > 0 ? explain(record, access, steps - 1).reasons : std::vector<Reason>(); }

    std::vector<Reason> what_is_missing(const metadata::Object& object, RecordId record, Access access, const std::vector<Ground>& grounds, int steps) {
        const Rights& rights = actor_.rights();
        if (!rights.may(right_for(access), object)) {
            std::string sets;
            for (const auto& set : rights.sets()) sets += (sets.empty() ? "" : ", ") + text::quoted(set->name);
            std::string of_which = sets.empty() ? "They have no permission set." : "They have " + sets + ".";
            if (object.administrative && access != Access::Read) of_which = "Only administrators may.";
            return {{"object_forbidden", fmt::format("No permission set lets them {} {}. {}", verb(access), object.plural_label, of_which), {}, {}, {}}};
        }
        if (object.sharing == metadata::Sharing::ControlledByParent) return missing_parents(object, record, access, grounds, steps);
        if (!object.owned) return {{"not_open", fmt::format("{} belong to nobody, and their default does not let people {} them.", object.plural_label, verb(access)), {}, {}, {}}};
        RecordId owner = reference(object, record, object.field("owner_id"));
        return {{"not_shared",
                 fmt::format("By default, people {} only {} of their own and of those below them. This one belongs to {}, and no rule or share opens it to them.", verb(access),
                             object.plural_label, name_of_user(owner)),
                 owner, {}, {}}};
    }

    std::vector<Reason> missing_parents(const metadata::Object& object, RecordId record, Access access, const std::vector<Ground>& grounds, int steps) {
        std::vector<Reason> out;
        for (const Ground& ground : grounds) {
            for (const metadata::Field* field : ground.through) {
                RecordId parent = reference(object, record, *field);
                Verdict verdict = steps > 0 && parent ? explain(parent, ground.through_access, steps - 1) : Verdict();
                if (verdict.allowed) continue;
                out.push_back({"parent", fmt::format("Who may {} the {} may {} this: they may not.", verb(ground.through_access), text::quoted(field->label), verb(access)), {}, parent,
                               std::move(verdict.reasons)});
            }
        }
        return out;
    }

    RecordId reference(const metadata::Object& object, RecordId record, const metadata::Field& field) {
        auto found = session_.value("SELECT " + metadata::quoted(field.name) + " FROM " + metadata::quoted(object.name) + " WHERE id = ?1", {record.number()});
        return RecordId(found ? found->integer_or(0) : 0);
    }

    std::string name_of_user(RecordId user) {
        auto found = session_.value(R"(SELECT name FROM "user" WHERE id = ?1)", {user.number()});
        return found ? std::string(found->text_or("somebody")) : "nobody";
    }

    storage::Session& session_;
    const Actor& actor_;
    const metadata::CataloguePointer& catalogue_;
};

}  // namespace

Verdict explain(storage::Session& session, const Actor& actor, const metadata::CataloguePointer& catalogue, RecordId record, Access access) {
    constexpr int most_steps = 3;
    return Explainer(session, actor, catalogue).explain(record, access, most_steps);
}

}  // namespace rapport::security
