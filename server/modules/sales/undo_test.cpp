#include <map>
#include <random>

#include "metadata/schema.h"
#include "modules/testing/workspace.h"
#include "records/check.h"
#include "records/history.h"
#include "records/merge.h"
#include "records/rewind.h"
#include "records/undo.h"
#include "security/directory.h"
#include "storage/testing/sample_table_test.h"

namespace rapport::sales {
namespace {

using records::Operation;

/// Two people who change, delete, bring back and merge at random, by a hand that always draws the same.
class UndoingEverything : public modules::testing::WorkspaceTest {
protected:
    UndoingEverything() {
        RecordId bea = create("user", {{"last_name", "Second"}, {"email", "bea@home.example"}, {"administrator", true}});
        product_ = create("product", {{"name", "Sensor"}, {"list_price", 80}});
        directory_ = std::make_unique<security::Directory>(database(), service().registry());
        for (RecordId user : {find("user", "Ada Owner"), bea}) actors_.push_back(directory_->actor(user));
        for (int i = 0; i < 8; ++i) change_at_random();
        first_change_set_ = newest();
    }

    int number(int below) { return static_cast<int>(chance_() % static_cast<unsigned>(below)); }
    template <class T>
    const T& one_of(const std::vector<T>& all) { return all[static_cast<std::size_t>(number(static_cast<int>(all.size())))]; }
    const security::Actor& somebody() { return one_of(actors_); }

    Json any(const std::string& object) { return records_[object].empty() ? Json() : Json(one_of(records_[object]).text()); }

    Json fields_of(const std::string& object) {
        std::string word = "Word " + std::to_string(number(50));
        if (object == "account") return Json::Members{{"name", word}, {"website", number(2) ? Json("w" + std::to_string(number(9)) + ".example") : Json()}, {"billing_address", Json::Members{{"city", word}}}, {"annual_revenue", number(1000)}};
        if (object == "contact") return Json::Members{{"first_name", word}, {"last_name", "Person " + std::to_string(number(9))}, {"account_id", any("account")}, {"birth_date", "1980-02-0" + std::to_string(1 + number(9))}};
        if (object == "opportunity") {
            static const std::vector<std::string> stages{"New", "Offer", "Won", "Lost"};
            return Json::Members{{"name", word}, {"close_date", "2026-12-31"}, {"amount", number(1000)}, {"account_id", any("account")}, {"stage_id", reference("stage", one_of(stages))}};
        }
        if (object == "opportunity_line") return Json::Members{{"opportunity_id", any("opportunity")}, {"product_id", product_.text()}, {"quantity", 1 + number(5)}, {"unit_price", 10 + number(5)}};
        return Json::Members{{"subject", word}, {"related_to_id", any(number(2) ? "account" : "contact")}, {"status", number(2) ? "completed" : "not_started"}};
    }

    void change_at_random() {
        static const std::vector<std::string> objects{"account", "account", "contact", "opportunity", "opportunity_line", "task"};
        static const std::vector<Operation::Kind> kinds{Operation::Kind::Create, Operation::Kind::Create, Operation::Kind::Update, Operation::Kind::Update, Operation::Kind::Delete, Operation::Kind::Restore};
        if (number(8) == 0) return merge_at_random();
        std::vector<Operation> operations;
        std::vector<std::string> made;
        for (int i = 0; i <= number(4); ++i) {
            Operation one;
            one.object = one_of(objects);
            auto& known = records_[one.object];
            one.kind = known.empty() ? Operation::Kind::Create : one_of(kinds);
            if (!known.empty()) one.id = one_of(known);
            if (one.kind == Operation::Kind::Create || one.kind == Operation::Kind::Update) one.fields = fields_of(one.object);
            operations.push_back(std::move(one));
        }
        const security::Actor& actor = somebody();
        auto outcomes = service().apply({actor, records::Source::Api, records::Mode::RowByRow}, operations);
        for (std::size_t i = 0; i < outcomes.size(); ++i)
            if (outcomes[i].result == records::Outcome::Result::Created) records_[operations[i].object].push_back(outcomes[i].id);
    }

    void merge_at_random() {
        const std::string object = number(2) ? "account" : "contact";
        const auto& known = records_[object];
        if (known.size() < 2) return;
        records::MergeRequest request;
        request.survivor = one_of(known);
        request.others = {one_of(known)};
        const std::string field = object == "account" ? "name" : "birth_date";
        if (number(2)) request.choices[field] = request.others.front();
        try {
            records::Merge(service(), somebody(), records::Source::Api).run(service().registry().current()->object(object), request);
        } catch (const Failure&) {
            // One of them is in the trash, or it is the same one twice.
        }
    }

    std::int64_t newest() {
        return database().read([](storage::Session& session) { return session.value("SELECT max(id) FROM change_set")->integer_or(0); });
    }

    /// Everything that is there, but for stamps.
    std::map<std::string, std::string> state() {
        auto catalogue = service().registry().current();
        std::map<std::string, std::string> out;
        database().read([&](storage::Session& session) {
            for (const metadata::Object& object : catalogue->objects()) {
                std::string columns;
                std::vector<const metadata::Field*> fields;
                for (const metadata::Field& field : object.fields) {
                    if (!field.has_column() || field.name == "version" || field.name == "updated_at" || field.name == "updated_by_id" || field.name == "deleted_at") continue;
                    columns += (columns.empty() ? "" : ", ") + metadata::quoted(field.name);
                    fields.push_back(&field);
                }
                auto rows = session.query("SELECT " + columns + " FROM " + metadata::quoted(object.name) + " WHERE deleted_at IS NULL ORDER BY id");
                while (rows->next()) {
                    std::string text;
                    for (std::size_t i = 0; i < fields.size(); ++i) text += fields[i]->name + "=" + fields[i]->value_type().text(rows->cell(static_cast<int>(i)), *fields[i]) + "\n";
                    out[object.name + " " + RecordId(rows->integer(0)).text()] = text;
                }
            }
        });
        return out;
    }

    /// What differs, in few words.
    static std::string difference(const std::map<std::string, std::string>& is, const std::map<std::string, std::string>& should_be) {
        std::string out;
        for (const auto& [name, text] : should_be) {
            auto found = is.find(name);
            if (found == is.end()) out += name + " is missing\n";
            else if (found->second != text) out += name + " is\n" + found->second + "and should be\n" + text;
        }
        for (const auto& [name, text] : is)
            if (!should_be.contains(name)) out += name + " should not be there\n";
        return out;
    }

    /// Of the change sets after that one, newest first: those that undo, or those that do not.
    std::vector<std::int64_t> change_sets_since(std::int64_t before, bool undoing) {
        return database().read([&](storage::Session& session) {
            std::vector<std::int64_t> out;
            auto rows = session.query(std::string("SELECT id FROM change_set WHERE id > ?1 AND kind ") + (undoing ? "=" : "<>") + " 'undo' ORDER BY id DESC", {before});
            while (rows->next()) out.push_back(rows->integer(0));
            return out;
        });
    }

    void undo(const std::vector<std::int64_t>& change_sets) {
        for (std::int64_t id : change_sets) {
            auto report = records::Undo(service(), somebody(), records::Source::Api).run({id});
            for (const auto& conflict : report.conflicts)
                ADD_FAILURE() << "change set " << id << ": " << conflict.object << " " << conflict.record.text() << " " << conflict.field << " " << conflict.code << " " << conflict.message << " was "
                              << conflict.was.text() << " became " << conflict.became.text() << " now " << conflict.now.text() << "\n" << history(conflict.record);
        }
    }

    std::string history(RecordId record) {
        std::string out;
        for (const auto& line : database().read([&](storage::Session& session) { return records::history_of(session, record, 0, 100); }))
            out += std::to_string(line.id) + " in " + std::to_string(line.change_set) + " by " + line.actor + ": " + line.operation + " " + line.changes.text() + "\n";
        return out;
    }

    std::string findings() {
        std::string out;
        for (const auto& finding : records::check(service(), [](const std::string&) {}))
            if (finding.kind != "stale_search") out += finding.message + "\n";
        return out;
    }

    std::mt19937 chance_{11};
    RecordId product_;
    std::unique_ptr<security::Directory> directory_;
    std::vector<security::Actor> actors_;
    std::map<std::string, std::vector<RecordId>> records_;
    std::int64_t first_change_set_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Engines, UndoingEverything, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(UndoingEverything, newest_first_gives_the_state_before_and_undoing_that_the_state_after) {
    const auto before = state();
    for (int i = 0; i < 40; ++i) change_at_random();
    const auto after = state();
    const std::int64_t last = newest();
    undo(change_sets_since(first_change_set_, false));
    EXPECT_EQ(difference(state(), before), "");
    EXPECT_EQ(findings(), "");
    undo(change_sets_since(last, true));
    EXPECT_EQ(difference(state(), after), "");
    EXPECT_EQ(findings(), "");
}

TEST_P(UndoingEverything, to_a_moment_gives_the_state_of_then_and_undoing_that_the_state_after) {
    for (int i = 0; i < 20; ++i) change_at_random();
    undo({newest()});
    const auto before = state();
    const DateTime moment = DateTime::now();
    for (int i = 0; i < 40; ++i) change_at_random();
    undo({newest(), newest() - 1});
    const auto after = state();
    auto report = records::rewind(service(), moment, [](std::int64_t) {});
    EXPECT_EQ(report.conflict_count, 0) << (report.conflicts.empty() ? "" : report.conflicts.front().message);
    EXPECT_EQ(difference(state(), before), "");
    EXPECT_EQ(findings(), "");
    undo({report.change_set});
    EXPECT_EQ(difference(state(), after), "");
    EXPECT_EQ(findings(), "");
}

TEST_P(UndoingEverything, puts_back_what_was_changed_between_restoring_and_deleting) {
    const RecordId id = create("account", {{"name", "Acme"}});
    auto operation = [&](Operation::Kind kind) {
        Operation one;
        one.kind = kind;
        one.object = "account";
        one.id = id;
        if (kind == Operation::Kind::Update) one.fields = Json::Members{{"name", "Globex"}};
        return one;
    };
    using enum Operation::Kind;
    for (const auto& kinds : {std::vector{Restore, Update}, std::vector{Restore, Update, Delete}}) {
        service().apply({actors_.front()}, operation(Delete));
        const std::int64_t deleted = newest();
        std::vector<Operation> operations;
        for (Operation::Kind kind : kinds) operations.push_back(operation(kind));
        service().apply({actors_.front(), records::Source::Api, records::Mode::AllOrNothing}, operations);
        undo({newest(), deleted});
        EXPECT_NE(state()["account " + id.text()].find("name=Acme\n"), std::string::npos) << history(id);
        EXPECT_EQ(findings(), "");
    }
}

TEST_P(UndoingEverything, to_a_moment_before_there_was_anything_is_refused) {
    EXPECT_EQ(storage::testing::failure_of([&] { records::rewind(service(), DateTime(0), [](std::int64_t) {}); }).code(), "before_the_workspace");
}

}  // namespace
}  // namespace rapport::sales
