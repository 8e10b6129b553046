#include "jobs/queue.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <future>

#include "base/failure.h"
#include "jobs/runner.h"
#include "storage/testing/engines.h"

namespace rapport::jobs {
namespace {

class Jobs : public storage::testing::EngineTest {
protected:
    void SetUp() override {
        database().write(create_tables);
        Kind kind{"test", "Test", [this](Work& work) { run(work); }, [this](storage::Session& session, const Job& job) { gave_up(session, job); }};
        kind.most_attempts = 3;
        queue.add_kind(kind);
    }
    /// One attempt at what is due then, if anything is; the work and how it ended.
    bool attempt(DateTime now, const std::string& node = "here") {
        auto job = queue.take(node, now, false);
        if (!job) return false;
        Work work(database(), *job, node);
        try {
            run(work);
            queue.finish(work, now);
        } catch (const Interrupted& interrupted) {
            queue.interrupted(work, interrupted.why, now);
        } catch (const std::exception& error) {
            queue.failed(work, error, now);
        }
        return true;
    }
    DateTime in(std::int64_t seconds) const { return DateTime(begin.microseconds() + seconds * DateTime::second); }
    /// When everything that a test adds is due.
    const DateTime begin{DateTime::now().microseconds() + 1000 * DateTime::second};

    Queue queue{database()};
    std::function<void(Work&)> run = [](Work&) {};
    std::vector<std::int64_t> given_up;
    std::function<void(storage::Session&, const Job&)> gave_up = [this](storage::Session&, const Job& job) { given_up.push_back(job.id); };
};
INSTANTIATE_TEST_SUITE_P(Engines, Jobs, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Jobs, are_done_in_the_order_in_which_they_are_due) {
    std::vector<std::string> done;
    run = [&](Work& work) { done.push_back(work.payload().string_or("name", "")); };
    queue.add({.kind = "test", .payload = Json::Members{{"name", "later"}}, .due_at = in(60)});
    auto first = queue.add({.kind = "test", .payload = Json::Members{{"name", "first"}}, .user = RecordId(7)});
    EXPECT_TRUE(attempt(in(1)));
    EXPECT_FALSE(attempt(in(1)));
    EXPECT_TRUE(attempt(in(61)));
    EXPECT_EQ(done, (std::vector<std::string>{"first", "later"}));
    EXPECT_EQ(queue.find(first).state, State::Done);
    EXPECT_EQ(queue.find(first, RecordId(7)).attempts, 1);
    EXPECT_THROW(queue.find(first, RecordId(8)), Failure);
    EXPECT_EQ(queue.list({.user = RecordId(7)}).size(), 1U);
    EXPECT_EQ(queue.list({.state = State::Done}).size(), 2U);
}

TEST_P(Jobs, end_together_with_what_belongs_to_them) {
    std::vector<std::size_t> ended;
    gave_up = [&](storage::Session& session, const Job&) { ended.push_back(queue.list(session, {.state = State::Cancelled}).size()); };
    queue.cancel(queue.add({.kind = "test"}));
    EXPECT_EQ(ended, std::vector<std::size_t>{1});
    gave_up = [](storage::Session& session, const Job& job) {
        session.execute("UPDATE job_queue SET note = 'half' WHERE id = ?1", {job.id});
        throw std::runtime_error("The rest went wrong.");
    };
    auto job = queue.add({.kind = "test"});
    queue.cancel(job);
    EXPECT_EQ(queue.find(job).state, State::Cancelled);
    EXPECT_EQ(queue.find(job).progress.note, "");
}

TEST_P(Jobs, are_tried_again_later_and_given_up_with_the_reason) {
    run = [](Work&) { throw Failure(FailureKind::Unavailable, "mail_server_away", "The mail server does not answer."); };
    auto job = queue.add({.kind = "test"});
    EXPECT_TRUE(attempt(in(1)));
    EXPECT_FALSE(attempt(in(2)));  // too soon
    EXPECT_EQ(queue.find(job).state, State::Waiting);
    EXPECT_TRUE(attempt(in(20)));
    EXPECT_TRUE(attempt(in(100)));
    EXPECT_FALSE(attempt(in(100'000)));
    EXPECT_EQ(queue.find(job).state, State::Failed);
    EXPECT_EQ(queue.find(job).failure_code, "mail_server_away");
    EXPECT_EQ(given_up, std::vector{job});
    run = [](Work&) {};
    queue.retry(job);
    EXPECT_TRUE(attempt(in(200)));
    EXPECT_EQ(queue.find(job).state, State::Done);
    EXPECT_EQ(queue.find(job).failure_code, "");
    EXPECT_THROW(queue.retry(job), Failure);
}

TEST_P(Jobs, are_given_up_at_once_when_another_attempt_would_not_help) {
    run = [](Work&) { throw Failure(FailureKind::Forbidden, "import_forbidden", "You may not."); };
    auto job = queue.add({.kind = "test"});
    EXPECT_TRUE(attempt(in(1)));
    EXPECT_EQ(queue.find(job).state, State::Failed);
}

TEST_P(Jobs, go_to_another_node_when_theirs_is_gone_which_then_can_do_no_harm) {
    auto job = queue.add({.kind = "test"});
    auto taken = queue.take("gone", in(1), false);
    ASSERT_TRUE(taken);
    Work lost(database(), *taken, "gone");
    EXPECT_FALSE(attempt(in(2)));
    queue.take_back(in(20));
    EXPECT_FALSE(attempt(in(20)));
    EXPECT_FALSE(queue.renew(lost, in(25)));  // it is there still
    queue.take_back(in(40));
    EXPECT_FALSE(attempt(in(40)));
    queue.take_back(in(60));
    EXPECT_TRUE(attempt(in(60)));
    EXPECT_EQ(queue.find(job).attempts, 2);
    EXPECT_EQ(queue.renew(lost, in(61)), Interrupted::Why::Lost);
    bool written = false;
    EXPECT_THROW(lost.write([&](storage::Session&) { written = true; }), Interrupted);
    EXPECT_FALSE(written);
    queue.finish(lost, in(62));
    EXPECT_EQ(queue.find(job).attempts, 2);
}

TEST_P(Jobs, that_stop_their_node_each_time_are_given_up) {
    auto job = queue.add({.kind = "test"});
    for (int i = 1; i <= 3; ++i) {
        EXPECT_TRUE(queue.take("gone", in(i * 100), false)) << i;
        queue.take_back(in(i * 100 + 60));
    }
    EXPECT_EQ(queue.find(job).state, State::Failed);
    EXPECT_EQ(queue.find(job).failure_code, "node_lost");
    EXPECT_EQ(given_up, std::vector{job});
}

TEST_P(Jobs, are_cancelled_while_they_wait_and_while_they_run) {
    auto waiting = queue.add({.kind = "test"});
    EXPECT_EQ(queue.cancel(waiting).state, State::Cancelled);
    EXPECT_FALSE(attempt(in(1)));
    auto running = queue.add({.kind = "test"});
    run = [&](Work& work) {
        queue.cancel(running);
        work.report({.done = 3, .total = 5});
        if (auto why = queue.renew(work, in(2))) work.interrupt(*why);
        work.check();
        FAIL() << "it goes on";
    };
    EXPECT_TRUE(attempt(in(2)));
    EXPECT_EQ(queue.find(running).state, State::Cancelled);
    EXPECT_EQ(queue.find(running).progress, (Progress{3, 5, ""}));
    EXPECT_EQ(given_up, (std::vector{waiting, running}));
}

TEST_P(Jobs, are_left_for_others_when_their_node_stops) {
    auto job = queue.add({.kind = "test"});
    run = [](Work& work) {
        work.interrupt(Interrupted::Why::Stopping);
        work.check();
    };
    EXPECT_TRUE(attempt(in(1)));
    EXPECT_EQ(queue.find(job).state, State::Waiting);
    EXPECT_EQ(queue.find(job).attempts, 0);
    run = [](Work&) {};
    EXPECT_TRUE(attempt(in(1)));
}

TEST_P(Jobs, are_done_once_by_two_nodes) {
    auto other_database = fresh().open();
    Queue other(*other_database);
    std::mutex mutex;
    std::map<std::int64_t, int> done;
    auto count = [&](Work& work) {
        std::lock_guard lock(mutex);
        ++done[work.job().id];
    };
    run = count;
    other.add_kind({"test", "Test", count});
    std::vector<std::int64_t> jobs;
    for (int i = 0; i < 40; ++i) jobs.push_back(queue.add({.kind = "test"}));
    {
        Runner here(database(), queue), there(*other_database, other);
        for (auto job : jobs) queue.wait(job, std::chrono::seconds(20));
        for (auto job : jobs)
            while (queue.find(job).state != State::Done) std::this_thread::yield();
    }
    EXPECT_EQ(done.size(), jobs.size());
    for (const auto& [job, times] : done) EXPECT_EQ(times, 1) << job;
}

TEST_P(Jobs, run_in_threads_and_end_with_them) {
    std::promise<void> begun;
    run = [&](Work& work) {
        begun.set_value();
        while (true) {
            work.check();
            std::this_thread::yield();
        }
    };
    auto job = queue.add({.kind = "test"});
    {
        Runner runner(database(), queue);
        begun.get_future().wait();
    }
    EXPECT_EQ(queue.find(job).state, State::Waiting);
}

TEST_P(Jobs, for_which_nobody_waits_give_way) {
    int place_in_line = 0;
    auto background = [&](Work&) {
        place_in_line = getpriority(PRIO_PROCESS, static_cast<id_t>(gettid()));
        throw Failure(FailureKind::Invalid, "not_today", "Not today.");
    };
    queue.add_kind({.name = "background", .label = "Background", .run = background, .waiting = Kind::Waiting::Nobody});
    auto job = queue.add({.kind = "background"});
    {
        Runner runner(database(), queue);
        queue.wait(job, std::chrono::seconds(20));
    }
    EXPECT_EQ(place_in_line, 19);
    EXPECT_EQ(queue.find(job).failure_code, "not_today");
}

TEST_P(Jobs, are_added_by_their_schedule_once_for_all_nodes) {
    auto other_database = fresh().open();
    Queue other(*other_database);
    other.add_kind({"test", "Test", [](Work&) {}});
    for (Queue* node : {&queue, &other}) node->keep_schedule({"hourly", "test", "0 * * * *", "UTC", Json::Members{{"name", "x"}}});
    auto due = queue.schedules().at(0).next_at;
    auto after = [&](std::int64_t seconds) { return DateTime(due.microseconds() + seconds * DateTime::second); };
    queue.start_due_schedules(after(-1));
    EXPECT_EQ(queue.list({}).size(), 0U);
    // Nobody was there for some hours: what was missed is done once.
    for (Queue* node : {&queue, &other}) node->start_due_schedules(after(3 * 3600 + 60));
    ASSERT_EQ(queue.list({}).size(), 1U);
    EXPECT_EQ(queue.list({}).front().payload.string_or("name", ""), "x");
    EXPECT_EQ(queue.schedules().at(0).next_at, after(4 * 3600));
    // It waits still: another one is not needed.
    queue.start_due_schedules(after(4 * 3600));
    EXPECT_EQ(queue.list({}).size(), 1U);
    EXPECT_TRUE(attempt(after(5 * 3600)));
    queue.start_due_schedules(after(5 * 3600));
    EXPECT_EQ(queue.list({}).size(), 2U);
}

TEST_P(Jobs, are_forgotten_when_they_are_old) {
    queue.add({.kind = "test"});
    EXPECT_TRUE(attempt(in(1)));
    run = [](Work&) { throw Failure(FailureKind::Invalid, "x", "x"); };
    queue.add({.kind = "test"});
    EXPECT_TRUE(attempt(in(1)));
    queue.add({.kind = "test"});
    EXPECT_EQ(queue.trim(in(10)), 1);
    EXPECT_EQ(queue.list({}).size(), 2U);
}

}  // namespace
}  // namespace rapport::jobs
