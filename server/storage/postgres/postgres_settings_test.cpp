#include "storage/postgres/postgres_settings.h"

#include <gtest/gtest.h>

namespace rapport::storage {
namespace {

Failure failure_of_opening(const std::string& url) {
    try {
        open_postgres({.url = url});
    } catch (const Failure& failure) {
        return failure;
    }
    ADD_FAILURE() << "it was opened";
    return Failure(FailureKind::Internal, "", "");
}

TEST(PostgresSettings, keep_the_password_out_of_messages) {
    const Failure failure = failure_of_opening("postgresql://anna:s3cret@127.0.0.1:1/rapport");
    EXPECT_EQ(failure.kind(), FailureKind::Unavailable);
    EXPECT_EQ(failure.code(), "database_unreachable");
    EXPECT_EQ(std::string(failure.what()).find("s3cret"), std::string::npos);
    EXPECT_NE(std::string(failure.what()).find("127.0.0.1:1"), std::string::npos) << failure.what();

    const PostgresSettings settings({.url = "postgresql://anna:s3cret@127.0.0.1/rapport"});
    EXPECT_EQ(std::string(settings.unreachable("no s3cret here").what()).find("s3cret"), std::string::npos);
}

TEST(PostgresSettings, refuse_urls_that_cannot_be_read) {
    for (const char* url : {"", "s3cret", "mysql://host/name", "postgresql://anna:s3cret@[host/name", "postgresql://a@b?s3cret=1"}) {
        const Failure failure = failure_of_opening(url);
        EXPECT_EQ(failure.code(), "invalid_database_url") << url;
        EXPECT_EQ(std::string(failure.what()).find("s3cret"), std::string::npos);
    }
}

TEST(PostgresSettings, refuse_schemas_that_are_no_names) {
    for (const char* schema : {"", "a b", "x\"; DROP TABLE y", "Upper"}) {
        EXPECT_THROW(PostgresSettings({.url = "postgresql://localhost/x", .schema = schema}), Failure) << schema;
    }
}

}  // namespace
}  // namespace rapport::storage
