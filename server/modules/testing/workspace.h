#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>

#include "records/service.h"
#include "storage/testing/engines.h"

namespace rapport::modules::testing {

/// For behaviour that has no SQL of its own; the rest is tested on every engine.
inline auto one_engine() { return ::testing::Values(storage::testing::Engine::Sqlite); }

/// A workspace with the standard objects and their behaviour, on each engine: an organization that counts in euros, and
/// the pipeline "Sales" with the stages "New" (20 %), "Offer" (60 %), "Won" and "Lost".
class WorkspaceTest : public storage::testing::EngineTest {
protected:
    WorkspaceTest();
    ~WorkspaceTest() override;

    records::Service& service() { return *service_; }

    /// As the system, which may do everything.
    RecordId create(const std::string& object, Json::Members fields);
    void update(const std::string& object, RecordId id, Json::Members fields);
    void remove(const std::string& object, RecordId id);

    /// A field as exports show it; empty for null.
    std::string text(const std::string& object, RecordId id, const std::string& field);
    /// A record's id by its name.
    RecordId find(const std::string& object, const std::string& name);
    /// Ids are written as the API does.
    Json reference(const std::string& object, const std::string& name) { return find(object, name).text(); }

    /// "field: code" of the first problem for which the change was refused; "" when it went through.
    std::string refusal(const std::function<void()>& change);

    static std::string today();

private:
    void apply(records::Operation::Kind kind, const std::string& object, RecordId& id, Json fields);

    std::unique_ptr<metadata::Registry> registry_;
    std::unique_ptr<records::Service> service_;
};

}  // namespace rapport::modules::testing
