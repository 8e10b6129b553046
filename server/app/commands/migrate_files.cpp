#include <iostream>

#include "app/command.h"
#include "app/progress.h"
#include "app/serve_lock.h"
#include "files/copying.h"
#include "files/place.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    std::string to;
    storage::blobs::Bucket bucket;
};

files::Place read_place(Options options) {
    if (options.to == "folder") return std::nullopt;
    storage::blobs::Bucket& bucket = options.bucket;
    auto require = [](const std::string& value, const char* option) {
        if (value.empty()) throw Failure(FailureKind::Invalid, "required", std::string("A bucket needs ") + option + ".");
    };
    require(bucket.endpoint, "--endpoint, such as https://s3.example.com");
    require(bucket.name, "--bucket");
    require(bucket.key_id, "--key-id");
    require(bucket.secret, "its secret key in the environment, as RAPPORT_S3_SECRET");
    bool is_address = bucket.endpoint.starts_with("https://") || bucket.endpoint.starts_with("http://");
    if (!is_address) throw Failure(FailureKind::Invalid, "invalid_address", "\"" + bucket.endpoint + "\" is not an address of a store: write it as https://s3.example.com.");
    while (bucket.endpoint.ends_with('/')) bucket.endpoint.pop_back();
    if (!bucket.prefix.empty() && !bucket.prefix.ends_with('/')) bucket.prefix += '/';
    return bucket;
}

ExitCode run(const Options& options) {
    const files::Place place = read_place(options);
    Workspace workspace(options.location, Workspace::Opening::Existing);
    const ServeLock nobody_serves(options.location.folder);  // what people add meanwhile would stay behind
    const files::Files& kept = workspace.files();
    auto from = kept.store();
    auto to = files::open_store(place, kept.folder());
    Progress progress("Copying", 0);
    const std::int64_t copied = files::copy_contents(workspace.database(), *from, *to, kept.folder() / "incoming", [&] { progress.advance(1); });
    progress.finish();
    workspace.database().write([&](storage::Session& session) { files::write_place(session, place); });
    std::cout << "Copied " << copied << " contents. Files are kept in " << to->name() << " from now on";
    std::cout << (from->name() == to->name() ? ".\n" : "; " + from->name() + " has those of before still, and may be emptied.\n");
    return ExitCode::Done;
}

}  // namespace

void add_migrate_files(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("migrate-files", "Move the contents of files to a bucket of an S3-compatible store, or back to the folder");
    add_location(*command, options->location);
    command->add_option("--to", options->to, "s3 or folder")->required()->check(CLI::IsMember({"s3", "folder"}));
    command->add_option("--endpoint", options->bucket.endpoint, "Address of the store, such as https://s3.example.com");
    command->add_option("--bucket", options->bucket.name, "Name of the bucket, which has to be there");
    command->add_option("--region", options->bucket.region, "Region of the bucket")->capture_default_str();
    command->add_option("--prefix", options->bucket.prefix, "What the names of all objects begin with, when the bucket is for other things, too");
    command->add_option("--key-id", options->bucket.key_id, "Id of the access key")->envname("RAPPORT_S3_KEY_ID");
    command->add_option("--secret", options->bucket.secret, "Its secret: best given in the environment, where nobody sees it")->envname("RAPPORT_S3_SECRET");
    command->footer("Stop the server first. Run again after a break, it goes on where it was; with the same bucket, it notes another key.\n"
                    "Example:\n  RAPPORT_S3_SECRET=… rapport migrate-files --data data --to s3 --endpoint https://s3.example.com --bucket crm --key-id AKIA…");
    command->callback([options, set_action] { set_action([options] { return run(*options); }); });
}

}  // namespace rapport::app
