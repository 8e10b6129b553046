#pragma once

#include "base/json_writer.h"
#include "jobs/queue.h"
#include "records/tag_replacing.h"
#include "security/directory.h"

namespace rapport::api {

/// Lets the queue replace tags: after a stop of the program, or of the machine, it goes on.
void add_tag_kind(jobs::Queue& queue, records::Service& service, const security::Directory& directory);

struct StartedTags {
    std::int64_t change_set = 0;
    std::int64_t job = 0;
};

/// Throws what TagReplacing::begin() throws, and Failure(Conflict, "tags_changing") while one of the tags is being replaced, or takes
/// the place of others.
StartedTags start_replacing_tags(jobs::Queue& queue, records::Service& service, const security::Actor& actor, records::Source source, const records::TagReplacement& replacement);

/// The members of an answer that tell what has become of it.
void write_tag_report(JsonWriter& out, const records::TagReport& report);

}  // namespace rapport::api
