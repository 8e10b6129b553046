#include "modules/sales/lead/convert.h"

#include <array>

#include "base/text.h"
#include "metadata/current_tables.h"
#include "records/history.h"
#include "records/pipeline.h"
#include "records/relations.h"
#include "security/directory.h"
#include "security/rights.h"

namespace rapport::sales {
namespace {

using metadata::Object;
using records::Operation;

/// All of it is one transaction; nobody else writes meanwhile.
constexpr std::int64_t most_moved = 10'000;

struct Copied {
    const char* from;
    const char* to;
};

// What is known of a lead, and where it goes; tags and custom fields go to those of the same name and type.
constexpr std::array to_account{Copied{"company", "name"},       Copied{"website", "website"},           Copied{"industry", "industry"},
                                Copied{"employees", "employees"}, Copied{"annual_revenue", "annual_revenue"}, Copied{"address", "billing_address"},
                                Copied{"lead_source", "source"},  Copied{"owner_id", "owner_id"}};
constexpr std::array to_contact{Copied{"salutation", "salutation"}, Copied{"first_name", "first_name"},   Copied{"last_name", "last_name"},
                                Copied{"title", "title"},           Copied{"email", "email"},             Copied{"phone", "phone"},
                                Copied{"mobile", "mobile"},         Copied{"linkedin", "linkedin"},       Copied{"address", "mailing_address"},
                                Copied{"lead_source", "lead_source"}, Copied{"do_not_call", "do_not_call"}, Copied{"email_opt_out", "email_opt_out"},
                                Copied{"description", "description"}, Copied{"owner_id", "owner_id"}};
constexpr std::array to_opportunity{Copied{"company", "name"}, Copied{"lead_source", "lead_source"}, Copied{"campaign_id", "campaign_id"}, Copied{"owner_id", "owner_id"}};

/// One conversion inside a transaction.
class Conversion {
public:
    Conversion(const records::Action::Call& call, records::Service& service, storage::Session& session, std::set<std::string>& changed)
        : call_(call), service_(service), session_(session), changed_(changed), change_set_(call.actor, call.source, "convert"),
          run_{call.actor, call.source, records::Mode::AllOrNothing, &change_set_}, pipeline_(service, run_, session), catalogue_(pipeline_.catalogue()),
          lead_(pipeline_.load_for(Operation::Kind::Update, catalogue_.object("lead"), call.record)) {}

    Json run() {
        if (lead_["is_converted"] == Value(1)) throw Failure(FailureKind::Conflict, "already_converted", "This lead was converted already: open who they have become.");
        change_set_.set_about("lead", call_.record);
        bool has_company = lead_["company"].is_text() && !text::is_blank(lead_["company"].text());
        RecordId account = become("account", to_account, has_company, {});
        RecordId contact = become("contact", to_contact, true, {{"account_id", account}});
        if (!account && !contact) throw invalid_field({"contact", "required", "A lead becomes a contact, an account, or both."});
        RecordId opportunity = become("opportunity", to_opportunity, false, {{"account_id", account}, {"contact_id", contact}});
        close_lead(account, contact, opportunity);
        std::int64_t moved = move_along(contact ? contact : account);
        change_set_.close(session_);
        auto id = [](RecordId record) { return record ? Json(record.text()) : Json(); };
        return Json::Members{{"lead", call_.record.text()}, {"account", id(account)}, {"contact", id(contact)}, {"opportunity", id(opportunity)}, {"moved", moved}, {"change_set", change_set_.number()}};
    }

private:
    using References = std::vector<std::pair<std::string, RecordId>>;

    /// The record that was chosen by its id, or one made from the lead and the fields that were given; none where it is not wanted.
    RecordId become(const std::string& name, std::span<const Copied> copied, bool by_default, const References& references) {
        const Json& wanted = call_.input[name];
        if (wanted.is_null() && (call_.input.has(name) || !by_default)) return {};
        const Object& object = catalogue_.object(name);
        if (wanted.has("id")) {
            RecordId id = value_or_throw(RecordId::parse(wanted["id"].string()));
            bool there = catalogue_.find(id) == &object && pipeline_.is_reachable(object, id, security::Access::Read);
            if (!there) throw invalid_field({name, "no_match", "There is no such record of " + object.label + ", or you may not see it."});
            return id;
        }
        Operation operation;
        operation.object = name;
        operation.fields = Json::Members{};
        for (const Copied& one : copied) copy(one.from, one.to, object, operation.fields);
        for (const metadata::Field& field : lead_.object().fields)
            if (field.custom || field.type->name() == "tags") copy(field.name, field.name, object, operation.fields);
        for (const auto& [field, record] : references)
            if (record) operation.fields.set(field, record.text());
        if (name == "opportunity" && !operation.fields.has("name")) copy("name", "name", object, operation.fields);
        if (wanted.is_object())
            for (const auto& [field, value] : wanted.members()) operation.fields.set(field, value);
        operation.refuse_duplicates = call_.input.string_or("duplicates", "") == "refuse";
        return apply(operation);
    }

    /// What the actor may not see in the lead, or not set in the other, stays in the lead.
    void copy(const std::string& from, const std::string& to, const Object& object, Json& fields) const {
        const metadata::Field* source = lead_.object().find_field(from);
        const metadata::Field* target = object.find_field(to);
        const security::Rights& rights = call_.actor.rights();
        if (!source || !target || source->type != target->type || target->read_only) return;
        if (!rights.may_read(lead_.object(), *source) || !rights.may_edit(object, *target)) return;
        if (source->has_column()) {
            if (!lead_[*source].is_null()) fields.set(to, records::opened_value(records::history_value(*source, lead_[*source])));
            if (source->type->name() == "currency") fields.set("currency_code", records::history_value(lead_.object().field("currency_code"), lead_["currency_code"]));
            return;
        }
        if (!source->formula.empty()) return;
        for (const metadata::Field& part : lead_.object().fields)
            if (part.component_of == from && !lead_[part].is_null()) fields.set(to + "_" + part.component, records::history_value(part, lead_[part]));
    }

    void close_lead(RecordId account, RecordId contact, RecordId opportunity) {
        Operation operation;
        operation.kind = Operation::Kind::Update;
        operation.object = "lead";
        operation.id = call_.record;
        operation.fields.set("status", "converted");
        for (const auto& [field, record] : {std::pair{"converted_account_id", account}, {"converted_contact_id", contact}, {"converted_opportunity_id", opportunity}})
            if (record) operation.fields.set(field, record.text());
        operation.inside.fields_of_the_system = true;
        apply(operation);
        pipeline_.finish();
        changed_.insert(pipeline_.changed_objects().begin(), pipeline_.changed_objects().end());
        if (pipeline_.changed_rights()) security::note_change(session_);
    }

    /// Activities, files and tags go along; to whom the lead was shared, the contact is not.
    std::int64_t move_along(RecordId to) {
        auto hangs_on_any = [](const Object& object, const metadata::Field& field) { return field.targets.size() != 1 && object.grants.empty(); };
        const records::Moving moving{{call_.record}, to, hangs_on_any};
        if (records::total(records::count_relations(catalogue_, moving, session_, most_moved + 1)) > most_moved)
            throw Failure(FailureKind::Conflict, "too_many_related", "More than " + std::to_string(most_moved) + " records refer to this lead: move some of them first.");
        return records::total(records::move_relations(service_, change_set_, "convert", moving, session_, changed_));
    }

    RecordId apply(const Operation& operation) {
        pipeline_.settle_roll_ups(operation.object);
        records::Outcome outcome = pipeline_.apply(operation);
        change_set_.note(call_.actor, operation, outcome);
        return outcome.id;
    }

    const records::Action::Call& call_;
    records::Service& service_;
    storage::Session& session_;
    std::set<std::string>& changed_;
    records::ChangeSet change_set_;
    records::Run run_;
    records::Pipeline pipeline_;
    const metadata::Catalogue& catalogue_;
    records::Record lead_;
};

}  // namespace

Json Convert::run(const Call& call, records::Service& service) const {
    std::set<std::string> changed;
    Json answer = metadata::on_current_tables(service.registry(), service.registry().current(), [&](const auto&) {
        return service.database().write([&](storage::Session& session) {
            changed.clear();
            return Conversion(call, service, session, changed).run();
        });
    });
    service.announce(changed);
    return answer;
}

}  // namespace rapport::sales
