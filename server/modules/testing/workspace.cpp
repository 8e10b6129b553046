#include "modules/testing/workspace.h"

#include <array>

#include "base/calendar.h"
#include "metadata/schema.h"
#include "modules/declarations.h"
#include "modules/install.h"
#include "records/outbox.h"
#include "records/tags.h"
#include "security/directory.h"
#include "storage/migrations.h"

namespace rapport::modules::testing {
namespace {

const std::array migrations{storage::Migration{1, "metadata", metadata::create_tables}, storage::Migration{2, "records", records::create_tables},
                            storage::Migration{3, "security", security::create_tables},
                            storage::Migration{4, "change_sets", records::add_change_sets}, storage::Migration{5, "duplicate_keys", records::add_duplicate_keys}, storage::Migration{6, "outbox_change_sets", records::add_change_sets_to_outbox}, storage::Migration{7, "tags", records::create_tag_table}};

}  // namespace

WorkspaceTest::WorkspaceTest() {
    storage::migrate(database(), migrations);
    registry_ = std::make_unique<metadata::Registry>(database(), declarations());
    service_ = std::make_unique<records::Service>(database(), *registry_);
    install(*service_);
    create("organization", {{"name", "Home"}, {"currency_code", "EUR"}});
    RecordId pipeline = create("pipeline", {{"name", "Sales"}, {"is_default", true}});
    struct Stage {
        const char* name;
        const char* type;
        int probability;
    };
    int sequence = 0;
    for (const Stage& stage : {Stage{"New", "open", 20}, Stage{"Offer", "open", 60}, Stage{"Won", "won", 100}, Stage{"Lost", "lost", 0}})
        create("stage", {{"pipeline_id", pipeline.text()}, {"name", stage.name}, {"type", stage.type}, {"probability", stage.probability}, {"sequence", ++sequence}});
    create("user", {{"first_name", "Ada"}, {"last_name", "Owner"}, {"email", "ada@home.example"}, {"administrator", true}});
}

WorkspaceTest::~WorkspaceTest() = default;

void WorkspaceTest::apply(records::Operation::Kind kind, const std::string& object, RecordId& id, Json fields) {
    records::Operation operation;
    operation.kind = kind;
    operation.object = object;
    operation.id = id;
    operation.fields = std::move(fields);
    auto actor = security::Actor::system("test");
    id = service_->apply({actor, records::Source::Api}, operation).id;
}

RecordId WorkspaceTest::create(const std::string& object, Json::Members fields) {
    RecordId id;
    Json all = std::move(fields);
    // The system owns nothing.
    if (registry_->current()->object(object).owned && !all.has("owner_id")) all.set("owner_id", find("user", "Ada Owner").text());
    apply(records::Operation::Kind::Create, object, id, std::move(all));
    return id;
}

void WorkspaceTest::update(const std::string& object, RecordId id, Json::Members fields) { apply(records::Operation::Kind::Update, object, id, std::move(fields)); }

void WorkspaceTest::remove(const std::string& object, RecordId id) { apply(records::Operation::Kind::Delete, object, id, {}); }

std::string WorkspaceTest::text(const std::string& object, RecordId id, const std::string& name) {
    auto catalogue = registry_->current();
    const metadata::Field& field = catalogue->object(object).field(name);
    return database().read([&](storage::Session& session) {
        auto value = session.value("SELECT " + metadata::quoted(name) + " FROM " + metadata::quoted(object) + " WHERE id = ?1", {id.number()});
        return value ? field.value_type().text(*value, field) : std::string("no such record");
    });
}

RecordId WorkspaceTest::find(const std::string& object, const std::string& name) {
    return database().read([&](storage::Session& session) {
        auto id = session.value("SELECT id FROM " + metadata::quoted(object) + " WHERE " + metadata::quoted(registry_->current()->object(object).name_field) + " = ?1", {name});
        return id ? RecordId(id->integer()) : RecordId();
    });
}

std::string WorkspaceTest::refusal(const std::function<void()>& change) {
    try {
        change();
    } catch (const Failure& failure) {
        return failure.problems().empty() ? failure.code() : failure.problems().front().field + ": " + failure.problems().front().code;
    }
    return "";
}

std::string WorkspaceTest::today() { return TimeZone::utc().date_at(DateTime::now()).text(); }

}  // namespace rapport::modules::testing
