#include <array>

#include "demo/company.h"

namespace rapport::demo {
namespace {

struct PlannedStage {
    const char* name;
    const char* type;
    int probability;
    int rotting_days;  // 0: never
};

struct PlannedPipeline {
    const char* name;
    const char* description;
    std::array<PlannedStage, 5> stages;
};

constexpr std::array planned{
    PlannedPipeline{"Renewals",
                    "Contracts that end soon and are to go on.",
                    {PlannedStage{"Coming up", "open", 60, 45}, PlannedStage{"Talking", "open", 70, 30}, PlannedStage{"Offer sent", "open", 85, 21}, PlannedStage{"Renewed", "won", 100, 0},
                     PlannedStage{"Ended", "lost", 0, 0}}},
    PlannedPipeline{"Partners",
                    "Companies that may sell for us.",
                    {PlannedStage{"Found", "open", 10, 60}, PlannedStage{"In talks", "open", 30, 45}, PlannedStage{"Contract out", "open", 70, 30}, PlannedStage{"Signed", "won", 100, 0},
                     PlannedStage{"Declined", "lost", 0, 0}}},
};

}  // namespace

/// Two more beside the one that every workspace begins with.
void make_pipelines(Company& company) {
    company.pipelines = company.load_pipelines();
    int sequence = 1;
    for (const PlannedPipeline& plan : planned) {
        Pipeline pipeline;
        pipeline.name = plan.name;
        pipeline.id = company.create_one("pipeline", Json::Members{{"name", plan.name}, {"description", plan.description}, {"sequence", ++sequence}});
        int place = 0;
        for (const PlannedStage& stage : plan.stages) {
            Json fields = Json::Members{{"pipeline_id", pipeline.id.text()}, {"name", stage.name}, {"type", stage.type}, {"probability", stage.probability}, {"sequence", ++place}};
            if (stage.rotting_days > 0) fields.set("rotting_days", stage.rotting_days);
            pipeline.stages.push_back({company.create_one("stage", std::move(fields)), stage.type});
        }
        company.pipelines.push_back(std::move(pipeline));
    }
}

}  // namespace rapport::demo
