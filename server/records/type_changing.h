#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "metadata/draft.h"
#include "records/outbox.h"
#include "records/type_change.h"

namespace rapport::records {

class TypeChangePlan;

/// How far a change is; kept from one attempt to the next.
struct TypeChangeState {
    std::int64_t cursor = 0;            // the last record that was looked at
    std::optional<OutboxPlace> since;   // what was written after that is looked at again
    std::int64_t values = 0, converted = 0, lost = 0;
    std::vector<std::string> options;   // that were added
    Json depends_on;                    // TypeChangePlan's when it began

    Json json() const;
    static TypeChangeState read(const Json& json);
};

/// One change on its way.
class TypeChanging {
public:
    /// `change_set` tells of it. Throws what preview() throws.
    TypeChanging(Service& service, TypeChange change, std::int64_t change_set, TypeChangeState state);
    ~TypeChanging();

    /// Makes the column, and answers how many records there are to look at. Begins anew where what happened meanwhile is not known.
    std::int64_t begin(storage::Session& session);
    /// The next records; answers whether there are more.
    bool convert_page(storage::Session& session);
    /// What others have written since.
    void catch_up(storage::Session& session);
    /// Puts the column in its place. Throws Failure(Invalid) when something stands in its way by now.
    void finish();

    const TypeChangeState& state() const { return state_; }
    /// For a transaction that runs once more.
    void go_back_to(const TypeChangeState& state) { state_ = state; }

private:
    enum class Counting { Values, Nothing };
    void convert(storage::Session& session, const std::string& condition, std::initializer_list<Value> parameters, Counting counting);
    void end(storage::Session& session, metadata::Draft& draft);
    void keep_options();
    bool rates_changed(storage::Session& session) const;
    void refuse_another_type() const;
    void refuse_missing(storage::Session& session, const metadata::Object& object, const metadata::Field& field) const;

    Service& service_;
    const TypeChange change_;
    const std::int64_t change_set_;
    TypeChangeState state_;
    std::unique_ptr<TypeChangePlan> plan_;
};

}  // namespace rapport::records
