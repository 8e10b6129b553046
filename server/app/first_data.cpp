#include "app/first_data.h"

#include <array>

namespace rapport::app {
namespace {

using records::Operation;

struct FirstStage {
    const char* name;
    const char* type;
    int probability;
    int rotting_days;
};

constexpr std::array first_stages{FirstStage{"Prospecting", "open", 10, 30}, FirstStage{"Qualification", "open", 25, 21}, FirstStage{"Proposal", "open", 50, 21},
                                  FirstStage{"Negotiation", "open", 75, 14},  FirstStage{"Won", "won", 100, 0},            FirstStage{"Lost", "lost", 0, 0}};

class Maker {
public:
    explicit Maker(Workspace& workspace) : workspace_(workspace), system_(security::Actor::system("setup")) {}

    RecordId make(std::string object, Json fields) {
        Operation operation;
        operation.object = std::move(object);
        operation.fields = std::move(fields);
        return workspace_.records().apply({system_, records::Source::System}, operation).id;
    }

private:
    Workspace& workspace_;
    security::Actor system_;
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

}  // namespace

void make_first_data(Workspace& workspace, const FirstUser& user, const std::string& organization, const std::string& currency_code) {
    Maker maker(workspace);
    maker.make("organization", Json::Members{{"name", organization}, {"currency_code", currency_code}, {"locale", "en"}, {"time_zone", "UTC"}, {"fiscal_year_start_month", 1}});
    maker.make("currency", Json::Members{{"code", currency_code}, {"name", currency_code}, {"active", true}});
    make_permissions(maker);
    RecordId administrator = maker.make("user", Json::Members{{"first_name", user.first_name}, {"last_name", user.last_name}, {"email", user.email}, {"administrator", true}, {"active", true}});
    workspace.identity().set_password(administrator, user.password);
    make_pipeline(maker);
    maker.make("price_book", Json::Members{{"name", "Standard"}, {"is_standard", true}, {"active", true}});
}

}  // namespace rapport::app
