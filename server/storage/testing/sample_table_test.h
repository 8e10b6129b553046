#pragma once

#include <string>

#include "base/failure.h"
#include "storage/testing/engines.h"

namespace rapport::storage::testing {

/// A test with a table `sample` (name, number) whose ids begin at 100.
class SampleTableTest : public EngineTest {
protected:
    void SetUp() override {
        database().write([](Session& session) {
            const Dialect& dialect = session.dialect();
            session.execute_script(dialect.create_table(
                "sample", "name " + dialect.column_type(ColumnType::FoldedText) + ", number " + dialect.column_type(ColumnType::Integer), 100));
        });
    }

    static Value insert(Session& session, const Value& name, const Value& number = 0) {
        return *session.value("INSERT INTO sample (name, number) VALUES (?1, ?2) RETURNING id", {name, number});
    }

    std::int64_t count() {
        return database().read([](Session& session) { return session.value("SELECT count(*) FROM sample")->integer(); });
    }
};

/// The failure that `work` ends with; a test failure when it ends well.
template <class Work>
Failure failure_of(Work&& work) {
    try {
        work();
    } catch (const Failure& failure) {
        return failure;
    }
    ADD_FAILURE() << "it did not fail";
    return Failure(FailureKind::Internal, "", "");
}

}  // namespace rapport::storage::testing
