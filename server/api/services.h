#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "files/files.h"
#include "identity/identity.h"
#include "identity/passkeys/relying_party.h"
#include "jobs/queue.h"
#include "live/feed.h"
#include "metadata/registry.h"
#include "onboarding/setup_code.h"
#include "records/service.h"
#include "security/directory.h"
#include "storage/database.h"

namespace rapport::api {

/// What the doors open onto; owned by the app.
struct Services {
    storage::Database& database;
    metadata::Registry& registry;
    security::Directory& directory;
    records::Service& records;
    identity::Identity& identity;
    jobs::Queue& jobs;
    live::Feed& feed;
    files::Files& files;
    onboarding::SetupCode& setup_code;
    std::filesystem::path backups;  // where they are kept
    std::string version;            // of the program
    std::string fixed_answer;       // what GET /bench/fixed answers; empty: there is no such route
    std::optional<identity::RelyingParty> public_address{};  // where people open the server, when it was told
};

}  // namespace rapport::api
