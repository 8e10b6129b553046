#include "onboarding/first_data.h"

#include <algorithm>
#include <array>
#include <set>

#include "identity/password.h"
#include "metadata/current_tables.h"

namespace rapport::onboarding {
namespace {

using records::Operation;

constexpr std::string_view any_user = "SELECT 1 FROM \"user\" LIMIT 1";

struct FirstStage {
    const char* name;
    const char* type;
    int probability;
    int rotting_days;
};

constexpr std::array first_stages{FirstStage{"Prospecting", "open", 10, 30}, FirstStage{"Qualification", "open", 25, 21}, FirstStage{"Proposal", "open", 50, 21},
                                  FirstStage{"Negotiation", "open", 75, 14},  FirstStage{"Won", "won", 100, 0},            FirstStage{"Lost", "lost", 0, 0}};

/// Makes records as the system, in a transaction that is open.
class Maker {
public:
    Maker(records::Service& records, storage::Session& session) : records_(records), session_(session), system_(security::Actor::system("setup")) {}

    RecordId make(std::string object, Json fields) {
        Operation operation;
        operation.object = std::move(object);
        operation.fields = std::move(fields);
        return records_.apply({system_, records::Source::System}, {operation}, session_, changed_).front().id;
    }
    const std::set<std::string>& changed() const { return changed_; }

private:
    records::Service& records_;
    storage::Session& session_;
    security::Actor system_;
    std::set<std::string> changed_;
};

void make_pipeline(Maker& maker) {
    RecordId pipeline = maker.make("pipeline", Json::Members{{"name", "Sales"}, {"is_default", true}});
    int sequence = 0;
    for (const FirstStage& stage : first_stages) {
        Json fields = Json::Members{{"pipeline_id", pipeline.text()}, {"name", stage.name}, {"sequence", ++sequence}, {"probability", stage.probability}, {"type", stage.type}};
        if (stage.rotting_days > 0) fields.set("rotting_days", stage.rotting_days);
        maker.make("stage", std::move(fields));
    }
}

/// Everybody works with everything that is shared with them; administrators narrow this down.
void make_permissions(Maker& maker) {
    RecordId everyone = maker.make("permission_set", Json::Members{{"name", "Standard"}, {"description", "What everybody may do. Narrow it down, or add sets for some."}, {"for_everyone", true}, {"may_import", true}, {"may_export", true}});
    maker.make("object_permission", Json::Members{{"permission_set_id", everyone.text()}, {"object", "*"}, {"can_create", true}, {"can_read", true}, {"can_update", true}, {"can_delete", true}});
}

void check_currency(const std::string& code) {
    bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (code.size() != 3 || !letters) throw invalid_field({"currency_code", "invalid_currency", "A currency is three capital letters, such as EUR."});
}

/// SQLite writes one after the other, PostgreSQL lets one of two such transactions begin again: only one finds nobody.
void refuse_what_is_set_up(storage::Session& session) {
    if (session.value(any_user)) throw Failure(FailureKind::Conflict, "already_set_up", "This workspace has its first administrator already: log in, or ask them.");
}

RecordId make_all(Maker& maker, const FirstData& first) {
    maker.make("organization", Json::Members{{"name", first.organization}, {"currency_code", first.currency_code}, {"locale", first.locale}, {"language", first.language}, {"time_zone", first.time_zone}, {"fiscal_year_start_month", 1}});
    maker.make("currency", Json::Members{{"code", first.currency_code}, {"name", first.currency_code}, {"active", true}});
    make_permissions(maker);
    RecordId administrator = maker.make("user", Json::Members{{"first_name", first.first_name}, {"last_name", first.last_name}, {"email", first.email}, {"administrator", true}, {"active", true}});
    make_pipeline(maker);
    maker.make("price_book", Json::Members{{"name", "Standard"}, {"is_standard", true}, {"active", true}});
    return administrator;
}

}  // namespace

bool is_new(storage::Database& database) {
    return database.read([](storage::Session& session) { return !session.value(any_user); });
}

RecordId make_first_data(records::Service& records, const FirstData& first) {
    check_currency(first.currency_code);
    identity::check_password(first.password);
    const std::string hash = identity::hash_password(first.password);
    struct Made {
        RecordId administrator;
        std::set<std::string> changed;
    };
    Made made = metadata::on_current_tables(records.registry(), records.registry().current(), [&](const auto&) {
        return records.database().write([&](storage::Session& session) {
            refuse_what_is_set_up(session);
            Maker maker(records, session);
            RecordId administrator = make_all(maker, first);
            identity::keep_password(session, administrator, hash);
            return Made{administrator, maker.changed()};
        });
    });
    records.announce(made.changed);
    return made.administrator;
}

}  // namespace rapport::onboarding
