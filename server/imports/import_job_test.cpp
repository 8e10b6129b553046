#include "duplicates/finding.h"
#include "duplicates/pairs.h"
#include "imports/import_job.h"

#include "imports/workspace_test.h"

namespace rapport::imports {
namespace {

class ImportJobs : public ImportTest {
protected:
    ImportJobs() {
        database().write([](storage::Session& session) {
            jobs::create_tables(session);
            duplicates::create_tables(session);
            create_file_table(session);
        });
        registry_ = std::make_unique<metadata::Registry>(database(), modules::declarations());
        directory_ = std::make_unique<security::Directory>(database(), *registry_);
        duplicates::add_kind(queue_, database(), *registry_);
        add_import_kind(queue_, service(), *directory_);
        service().add_hook("account", std::make_unique<Stopping>(*this));
    }

    /// Stops the program, as far as the work can tell, while a certain account is saved.
    class Stopping : public records::Hook {
    public:
        explicit Stopping(const ImportJobs& test) : test_(test) {}
        void after_save(records::Change& change, records::Service&) const override {
            if (test_.work_ && change.after["name"] == Value(test_.stops_at_)) test_.work_->interrupt(jobs::Interrupted::Why::Stopping);
        }

    private:
        const ImportJobs& test_;
    };

    /// One attempt at the job; answers whether it came to its end.
    bool attempt() {
        auto job = queue_.take("node", DateTime::now(), false);
        if (!job) return false;
        jobs::Work work(database(), *job, "node");
        work_ = &work;
        bool ended = false;
        try {
            queue_.kind("import").run(work);
            queue_.finish(work, DateTime::now());
            ended = true;
        } catch (const jobs::Interrupted& interrupted) {
            queue_.interrupted(work, interrupted.why, DateTime::now());
        }
        work_ = nullptr;
        return ended;
    }
    std::int64_t kept_parts() {
        return database().read([](storage::Session& session) { return session.value("SELECT count(*) FROM import_file")->integer(); });
    }
    static std::string accounts(int count) {
        std::string file = "name\n";
        for (int i = 0; i < count; ++i) file += "Account " + std::to_string(i) + "\n";
        return file;
    }

    std::unique_ptr<metadata::Registry> registry_;
    std::unique_ptr<security::Directory> directory_;
    jobs::Queue queue_{database()};
    jobs::Work* work_ = nullptr;
    std::string stops_at_;
};
INSTANTIATE_TEST_SUITE_P(Engines, ImportJobs, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(ImportJobs, go_on_behind_the_last_row_that_is_in) {
    stops_at_ = "Account 600";
    Started started = start_import(queue_, service(), actor(), request("account", accounts(1200)));
    EXPECT_EQ(importer().report(actor(), started.run).state, State::Running);
    EXPECT_FALSE(attempt());
    EXPECT_EQ(column("SELECT count() FROM account").front(), "1000");
    EXPECT_GT(kept_parts(), 0);
    stops_at_.clear();
    EXPECT_TRUE(attempt());
    Report report = importer().report(actor(), started.run);
    EXPECT_EQ(report.state, State::Done);
    EXPECT_EQ(report.counts.created, 1200);
    EXPECT_EQ(column("SELECT count() FROM account").front(), "1200");
    EXPECT_EQ(kept_parts(), 0);
}

TEST_P(ImportJobs, keep_files_of_any_size_and_encoding) {
    RunStore store(database());
    std::string bytes;
    for (int i = 0; i < 5'000'000; ++i) bytes += static_cast<char>(i * 31 + i / 256);
    store.keep_file(7, documents::bytes_of(bytes));
    documents::ByteSource file = store.open_file(7);
    std::string read(bytes.size() + 1, '\0');
    std::size_t size = 0;
    while (std::size_t count = file(read.data() + size, std::min<std::size_t>(read.size() - size, 100'000))) size += count;
    read.resize(size);
    EXPECT_TRUE(read == bytes);
}

TEST_P(ImportJobs, do_nothing_once_they_were_cancelled) {
    Started by_report = start_import(queue_, service(), actor(), request("account", accounts(3)));
    importer().cancel(actor(), by_report.run);
    EXPECT_TRUE(attempt());
    Started by_job = start_import(queue_, service(), actor(), request("account", accounts(3)));
    queue_.cancel(by_job.job);
    EXPECT_FALSE(attempt());
    EXPECT_EQ(importer().report(actor(), by_job.run).state, State::Cancelled);
    EXPECT_EQ(column("SELECT count() FROM account").front(), "0");
    EXPECT_EQ(kept_parts(), 0);
}

}  // namespace
}  // namespace rapport::imports
