#include "imports/importer.h"

#include "base/text.h"
#include "documents/xlsx/writer.h"
#include "imports/preview.h"
#include "imports/workspace_test.h"

namespace rapport::imports {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using Row = std::vector<std::string>;

class Importing : public ImportTest {};
INSTANTIATE_TEST_SUITE_P(Engines, Importing, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Importing, creates_a_record_from_each_row) {
    Report report = import("account", "Name,Website,Employees\nAcme,acme.example,12\nBeta,,7\n");
    EXPECT_EQ(report.state, State::Done);
    EXPECT_EQ(report.counts, (Counts{.rows = 2, .created = 2}));
    EXPECT_THAT(rows("SELECT name, employees FROM account ORDER BY name"), ElementsAre(Row{"Acme", "12"}, Row{"Beta", "7"}));
}

TEST_P(Importing, reads_guarded_texts_as_they_were) {
    const std::vector<std::string> names{"=1+1", "@SUM(A1)", "+1-555-0100", "- call back", "'=1+1", "''@x", "＝1"};
    for (const std::string& name : names) create("account", {{"name", name}, {"description", name + "\n=2"}, {"phone", "+49 30 901820"}, {"employees", 5}});
    const std::string question = "SELECT name, description, phone, employees FROM account ORDER BY id";
    const std::string file = csv(question, {.formula_guard = documents::csv::FormulaGuard::On});
    const auto before = rows(question);
    Report report = import("account", file, R"({"match": "name", "other_columns": "match"})");
    EXPECT_EQ(report.counts, (Counts{.rows = 7, .unchanged = 7}));
    EXPECT_EQ(rows(question), before);
}

TEST_P(Importing, guards_the_file_of_rows_that_failed) {
    import("account", "name,employees\n'=1+1,many\n");
    EXPECT_THAT(errors(), HasSubstr("\"'=1+1\",many"));
    Request kept = request("account", "name\n'=1+1\n");
    kept.reading.csv.formula_guard = documents::csv::FormulaGuard::Off;
    import(kept);
    EXPECT_THAT(column("SELECT name FROM account"), ElementsAre("'=1+1"));
}

TEST_P(Importing, updates_what_it_created_when_rows_are_matched) {
    const std::string mapping = R"({"match": "external_id", "other_columns": "match"})";
    import("account", "external_id,name\nA-1,Acme\nA-2,Beta\n", mapping);
    Report again = import("account", "external_id,name\nA-1,Acme\nA-2,Beta\n", mapping);
    EXPECT_EQ(again.counts, (Counts{.rows = 2, .unchanged = 2}));
    Report changed = import("account", "external_id,name\nA-1,Acme Inc.\nA-3,Gamma\n", mapping);
    EXPECT_EQ(changed.counts, (Counts{.rows = 2, .created = 1, .updated = 1}));
    EXPECT_THAT(column("SELECT name FROM account ORDER BY external_id"), ElementsAre("Acme Inc.", "Beta", "Gamma"));
}

TEST_P(Importing, makes_one_record_from_two_rows_that_match_each_other) {
    Report report = import("account", "name,phone\nAcme,\nACME,+1 202 555 0143\n", R"({"match": "name", "other_columns": "match"})");
    EXPECT_EQ(report.counts, (Counts{.rows = 2, .created = 1, .updated = 1}));
}

TEST_P(Importing, updates_only_what_is_there_in_update_mode) {
    create("account", {{"name", "Acme"}});
    Report report = import("account", "name,employees\nAcme,5\nBeta,6\n", R"({"mode": "update", "match": "name", "other_columns": "match"})");
    EXPECT_EQ(report.counts, (Counts{.rows = 2, .updated = 1, .failed = 1}));
    EXPECT_THAT(errors(), HasSubstr("There is no account with Name \"\"Beta\"\"."));
}

TEST_P(Importing, names_both_when_a_match_is_ambiguous) {
    RecordId one = create("account", {{"name", "Acme"}}), two = create("account", {{"name", "Acme"}});
    Report report = import("account", "name,employees\nacme,5\n", R"({"match": "name", "other_columns": "match"})");
    EXPECT_EQ(report.counts.failed, 1);
    EXPECT_THAT(errors(), AllOf(HasSubstr(one.text()), HasSubstr(two.text())));
}

TEST_P(Importing, changes_the_records_that_ids_name) {
    RecordId id = create("account", {{"name", "Acme"}});
    Report report = import("account", "id,name\n" + id.text() + ",Acme Inc.\n,Beta\n");
    EXPECT_EQ(report.counts, (Counts{.rows = 2, .created = 1, .updated = 1}));
    EXPECT_THAT(column("SELECT name FROM account ORDER BY name"), ElementsAre("Acme Inc.", "Beta"));
}

TEST_P(Importing, keeps_a_field_whose_cell_is_empty) {
    create("account", {{"name", "Acme"}, {"employees", 5}});
    import("account", "name,employees\nAcme,\n", R"({"match": "name", "other_columns": "match"})");
    EXPECT_THAT(column("SELECT employees FROM account"), ElementsAre("5"));
}

TEST_P(Importing, empties_a_field_on_request) {
    create("account", {{"name", "Acme"}, {"employees", 5}});
    import("account", "name,employees\nAcme,\n", R"({"match": "name", "fields": {"name": "name", "employees": {"column": "employees", "clear": true}}})");
    EXPECT_THAT(column("SELECT employees FROM account"), ElementsAre(""));
}

TEST_P(Importing, translates_values_and_fills_in) {
    import("account", "name,sector\nAcme,TECHNOLGY\nBeta,\n",
           R"({"fields": {"name": "name", "type": {"constant": "customer"}, "industry": {"column": "sector", "values": {"technolgy": "technology"}, "default": "other"}}})");
    EXPECT_THAT(rows("SELECT name, type, industry FROM account ORDER BY name"),
                ElementsAre(Row{"Acme", "customer", "technology"}, Row{"Beta", "customer", "other"}));
}

TEST_P(Importing, reports_a_bad_row_and_goes_on) {
    Report report = import("account", "name,employees\nAcme,many\nBeta,7\n,8\n");
    EXPECT_EQ(report.counts, (Counts{.rows = 3, .created = 1, .failed = 2}));
    std::string file = errors();
    EXPECT_THAT(file, HasSubstr("name,employees,line,error\r\nAcme,many,2,"));
    EXPECT_THAT(file, HasSubstr("\r\n,8,4,"));
}

TEST_P(Importing, takes_its_own_error_file_when_it_is_mended) {
    import("account", "name,employees\nAcme,many\n");
    std::string mended = errors();
    mended.replace(mended.find("many"), 4, "12");
    Report report = import("account", mended);
    EXPECT_EQ(report.counts, (Counts{.rows = 1, .created = 1}));
    EXPECT_THAT(report.notes, IsEmpty());
}

TEST_P(Importing, says_which_columns_were_left_out) {
    Report report = import("account", "name,moon phase\nAcme,full\n");
    ASSERT_EQ(report.notes.size(), 1u);
    EXPECT_EQ(report.notes[0].code, "unmatched_column");
    EXPECT_EQ(report.notes[0].field, "moon phase");
}

TEST_P(Importing, leaves_out_rows_without_anything_in_them) {
    EXPECT_EQ(import("account", "name,website\nAcme,\n,\n\nBeta,\n").counts, (Counts{.rows = 2, .created = 2}));
}

TEST_P(Importing, fails_a_row_that_does_not_fit_its_header) {
    Report report = import("account", "name,website\nAcme, Inc.,acme.example\n");
    EXPECT_EQ(report.counts, (Counts{.rows = 1, .failed = 1}));
    EXPECT_THAT(errors(), HasSubstr("Put quotes around a cell that contains the delimiter"));
}

TEST_P(Importing, finds_records_by_name_in_any_case) {
    RecordId acme = create("account", {{"name", "Acme"}});
    Report report = import("contact", "Last name,Company\nByron,ACME\n");
    EXPECT_EQ(report.counts.created, 1);
    EXPECT_THAT(column("SELECT account_id FROM contact"), ElementsAre(acme.text()));
}

TEST_P(Importing, finds_records_by_id_and_by_external_id) {
    RecordId acme = create("account", {{"name", "Acme"}, {"external_id", "A-7"}});
    import("contact", "Last name,Account\nByron," + acme.text() + "\nLovelace,A-7\n");
    EXPECT_THAT(column("SELECT account_id FROM contact"), ElementsAre(acme.text(), acme.text()));
}

TEST_P(Importing, finds_records_by_another_field) {
    RecordId acme = create("account", {{"name", "Acme"}, {"domain", "acme.example"}});
    import("contact", "Last name,firm\nByron,ACME.example\n", R"({"fields": {"last_name": "Last name", "account": {"column": "firm", "match": "domain"}}})");
    EXPECT_THAT(column("SELECT account_id FROM contact"), ElementsAre(acme.text()));
}

TEST_P(Importing, names_both_when_a_reference_is_ambiguous) {
    RecordId one = create("account", {{"name", "Acme"}}), two = create("account", {{"name", "Acme"}});
    EXPECT_EQ(import("contact", "Last name,Account\nByron,Acme\n").counts.failed, 1);
    EXPECT_THAT(errors(), AllOf(HasSubstr(one.text()), HasSubstr(two.text())));
}

TEST_P(Importing, tells_alike_records_apart_by_a_filter) {
    create("account", {{"name", "Acme"}, {"type", "competitor"}});
    RecordId customer = create("account", {{"name", "Acme"}, {"type", "customer"}});
    import("contact", "Last name,firm\nByron,Acme\n",
           R"({"fields": {"last_name": "Last name", "account": {"column": "firm", "filter": {"field": "type", "op": "=", "value": "customer"}}}})");
    EXPECT_THAT(column("SELECT account_id FROM contact"), ElementsAre(customer.text()));
}

TEST_P(Importing, fails_a_row_whose_reference_is_missing) {
    EXPECT_EQ(import("contact", "Last name,Account\nByron,Acme\n").counts, (Counts{.rows = 1, .failed = 1}));
    EXPECT_THAT(errors(), HasSubstr("There is no account \"\"Acme\"\", or you may not see it."));
}

TEST_P(Importing, makes_missing_records_when_asked) {
    Report report = import("contact", "Last name,firm,site\nByron,Acme,acme.example\nLovelace,acme,\n",
                           R"({"fields": {"last_name": "Last name", "account": {"column": "firm", "create_missing": true, "with": {"website": "site"}}}})");
    EXPECT_EQ(report.counts, (Counts{.rows = 2, .created = 2, .also_created = 1}));
    EXPECT_THAT(column("SELECT account.name FROM contact"), ElementsAre("Acme", "Acme"));
    EXPECT_THAT(column("SELECT website FROM account"), ElementsAre(HasSubstr("acme.example")));
}

TEST_P(Importing, makes_missing_records_with_missing_records) {
    Report report = import("user", "agent,manager,region\nMoses Frase,Cara Losch,East\nAnna Snelling,Cara Losch,East\n",
                           R"({"match": "email", "fields": {"first_name": {"template": "{agent|first_word}"}, "last_name": {"template": "{agent|other_words}"},
                               "email": {"template": "{agent|slug}@example.com"},
                               "role": {"template": "Agents of {manager}", "create_missing": true, "with": {"parent": {"column": "region", "create_missing": true}}}}})");
    EXPECT_EQ(report.counts, (Counts{.rows = 2, .created = 2, .also_created = 2}));
    EXPECT_THAT(rows("SELECT email, role.name, role.parent.name FROM user WHERE role_id != null ORDER BY email"),
                ElementsAre(Row{"anna_snelling@example.com", "Agents of Cara Losch", "East"}, Row{"moses_frase@example.com", "Agents of Cara Losch", "East"}));
}

TEST_P(Importing, lets_rows_refer_to_rows_that_come_later) {
    Report report = import("account", "name,subsidiary_of\nChild,Parent\nParent,\nOther,Child\n");
    EXPECT_EQ(report.counts, (Counts{.rows = 3, .created = 3}));
    EXPECT_THAT(rows("SELECT name, parent.name FROM account ORDER BY name"),
                ElementsAre(Row{"Child", "Parent"}, Row{"Other", "Child"}, Row{"Parent", ""}));
}

TEST_P(Importing, says_when_no_row_brought_what_a_row_refers_to) {
    Report report = import("account", "name,subsidiary_of\nChild,Nobody\n");
    EXPECT_EQ(report.counts, (Counts{.rows = 1, .created = 1, .incomplete = 1}));
    EXPECT_THAT(errors(), HasSubstr("The record is in, but not complete. There is no account \"\"Nobody\"\""));
}

TEST_P(Importing, changes_nothing_in_a_dry_run_and_counts_the_same) {
    const std::string file = "name,employees,subsidiary_of\nAcme,5,Beta\nBeta,x,\nacme,6,\nGamma,7,Acme\n";
    const std::string mapping = R"({"match": "name", "other_columns": "match"})";
    Request dry = request("account", file, mapping);
    dry.keep = Keep::Nothing;
    dry.rows_per_transaction = 2;
    Report tried = import(dry);
    std::string tried_errors = errors();
    EXPECT_THAT(column("SELECT name FROM account"), IsEmpty());
    Report done = import("account", file, mapping);
    EXPECT_EQ(tried.counts, done.counts);
    EXPECT_EQ(tried_errors, errors());
    EXPECT_TRUE(tried.dry_run);
}

TEST_P(Importing, goes_in_batches_with_its_progress) {
    std::string file = "name\n";
    for (int i = 0; i < 25; ++i) file += "Account " + std::to_string(i) + "\n";
    Request batches = request("account", file);
    batches.rows_per_transaction = 10;
    std::vector<std::int64_t> progress;
    importer().run(actor(), batches, [&](const Report& report) { progress.push_back(report.counts.rows); });
    EXPECT_THAT(progress, ElementsAre(10, 20, 25));
}

TEST_P(Importing, keeps_what_was_in_when_it_is_interrupted) {
    std::string file = "name\n";
    for (int i = 0; i < 25; ++i) file += "Account " + std::to_string(i) + "\n";
    Request batches = request("account", file);
    batches.rows_per_transaction = 10;
    std::int64_t run = importer().begin(actor(), batches);
    auto stop = [](const Report& report) {
        if (report.counts.rows == 20) throw Failure(FailureKind::Unavailable, "stopped", "The server stops.");
    };
    EXPECT_THROW(importer().carry_out(run, actor(), batches, stop), Failure);
    Report report = importer().report(actor(), run);
    EXPECT_EQ(report.state, State::Failed);
    EXPECT_EQ(report.counts.created, 20);
    EXPECT_EQ(column("SELECT count() FROM account"), (Row{"20"}));

    batches.after_line = report.last_line;
    EXPECT_EQ(import(batches).counts.created, 5);
}

TEST_P(Importing, shows_a_run_without_a_sign_of_life_as_interrupted) {
    std::int64_t run = importer().begin(actor(), request("account", "name\nAcme\n"));
    RunStore store(database());
    EXPECT_EQ(store.find(run)->state, State::Running);
    DateTime later(DateTime::now().microseconds() + RunStore::lease + DateTime::second);
    EXPECT_EQ(store.find(run, later)->state, State::Interrupted);
}

TEST_P(Importing, ends_when_it_is_cancelled) {
    std::string file = "name\n";
    for (int i = 0; i < 25; ++i) file += "Account " + std::to_string(i) + "\n";
    Request batches = request("account", file);
    batches.rows_per_transaction = 10;
    std::int64_t run = importer().begin(actor(), batches);
    Report report = importer().carry_out(run, actor(), batches, [&](const Report&) { importer().cancel(actor(), run); });
    EXPECT_EQ(report.state, State::Cancelled);
    EXPECT_EQ(column("SELECT count() FROM account"), (Row{"10"}));
}

TEST_P(Importing, remembers_its_report_and_its_errors) {
    Report report = import("account", "name,employees\nAcme,many\n");
    RunStore store(database());
    Report found = *store.find(report.id);
    EXPECT_EQ(found.state, State::Done);
    EXPECT_EQ(found.counts, report.counts);
    EXPECT_EQ(found.bytes, found.total_bytes);
    EXPECT_THAT(errors(report.id), HasSubstr("Acme,many,2,"));
}

TEST_P(Importing, knows_no_import_of_nobody) { EXPECT_THROW(importer().report(actor(), 99), Failure); }

TEST_P(Importing, tells_how_far_it_came_when_the_file_ends_badly) {
    std::string file = "name\nAcme\n\"" + std::string(2 << 20, 'x');
    Request whole = request("account", file);
    whole.rows_per_transaction = 1;
    std::int64_t run = importer().begin(actor(), whole);
    EXPECT_THROW(importer().carry_out(run, actor(), whole), Failure);
    Report report = importer().report(actor(), run);
    EXPECT_EQ(report.state, State::Failed);
    EXPECT_EQ(report.counts.created, 1);
    EXPECT_THAT(report.failure, HasSubstr("Line 3 has a cell of more than 1024 KB"));
}

TEST_P(Importing, takes_workbooks) {
    std::string workbook;
    documents::xlsx::Writer writer([&](std::string_view piece) { workbook += piece; }, {"Surname", "Birthday", "No marketing e-mail"});
    writer.text("Lovelace");
    writer.date(Date::of(1915, 12, 10));
    writer.boolean(true);
    writer.end_row();
    writer.text("Turing");
    writer.text("someday");
    writer.end_row();
    writer.finish();
    Report report = import("contact", workbook);
    EXPECT_EQ(report.counts.created, 1) << errors();
    EXPECT_THAT(rows("SELECT last_name, birth_date, email_opt_out FROM contact"), ElementsAre(ElementsAre("Lovelace", "1915-12-10", "true")));
    EXPECT_THAT(errors(), HasSubstr("Turing,someday,,3,"));
}

TEST_P(Importing, takes_cards) {
    create("account", {{"name", "Engines Ltd"}});
    Report report = import("contact",
                           "BEGIN:VCARD\nN:Lovelace;Ada;;;\nORG:Engines Ltd\nEMAIL:ada@example.com\nEMAIL;TYPE=home:ada@example.org\nTEL;TYPE=cell:+442071234567\nUID:a1\nEND:VCARD\n"
                           "BEGIN:VCARD\nFN:Alan Turing\nBDAY:19120623\nADR:;;1 Mill Lane;London;;N1;UK\nEND:VCARD\n");
    EXPECT_EQ(report.counts.created, 2) << errors();
    EXPECT_THAT(report.notes, IsEmpty());
    EXPECT_THAT(rows("SELECT first_name, last_name, account.name, email, emails, mobile, external_id FROM contact WHERE last_name = 'Lovelace'"),
                ElementsAre(ElementsAre("Ada", "Lovelace", "Engines Ltd", "ada@example.com", "home: ada@example.org", "+442071234567", "a1")));
    EXPECT_THAT(rows("SELECT name, birth_date, mailing_city, mailing_postal_code FROM contact WHERE last_name = 'Turing'"), ElementsAre(ElementsAre("Alan Turing", "1912-06-23", "London", "N1")));
}

TEST_P(Importing, gives_records_of_an_unknown_owner_to_another) {
    RecordId bob = create("user", {{"last_name", "Babbage"}, {"email", "bob@example.com"}});
    Report report = import("account", "name,owner\nAcme,gone@example.com\nZenith,ada@example.com\nNoone,\n",
                           R"({"fields": {"name": "name", "owner": {"column": "owner", "match": "email", "default": "bob@example.com", "otherwise": "bob@example.com"}}})");
    EXPECT_EQ(report.counts.created, 3) << errors();
    EXPECT_THAT(column("SELECT name FROM account WHERE owner_id = '" + bob.text() + "' ORDER BY name"), ElementsAre("Acme", "Noone"));
}

TEST_P(Importing, shows_a_file_before_it_is_imported) {
    Preview shown = preview(actor(), *service().registry().current(), request("contact", "Given Name,Surname,Shoe size,Company\nAda,Lovelace,,Engines\nAlan,Turing,43,\n"));
    ASSERT_EQ(shown.columns.size(), 4u);
    EXPECT_EQ(shown.format, "csv");
    EXPECT_EQ(shown.columns[0].field, "first_name");
    EXPECT_EQ(shown.columns[2].field, "");
    EXPECT_THAT(shown.columns[2].samples, ElementsAre("43"));
    EXPECT_EQ(shown.columns[3].field, "account");
}

TEST_P(Importing, gives_naughty_strings_back) {
    std::filesystem::path path = std::filesystem::path(RAPPORT_SOURCE_DIR) / "../shared/data/naughty-strings/blns.json";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "shared data set missing: " << path;
    std::ifstream stream(path);
    const Json strings = Json::parse(std::string(std::istreambuf_iterator<char>(stream), {}));
    std::string file = "name,description\n";
    std::vector<std::string> expected;
    for (const Json& string : strings.array()) {
        std::string cell;
        for (char c : string.string()) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
        file += "x,\"" + cell + "\"\n";
        expected.emplace_back(text::trim(string.string()));
    }
    Report report = import("account", file);
    EXPECT_EQ(report.counts.failed, 0) << errors();
    std::vector<std::string> found = column("SELECT description FROM account ORDER BY id");
    EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace rapport::imports
