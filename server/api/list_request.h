#pragma once

#include <functional>
#include <string>

#include "api/call.h"
#include "metadata/current_tables.h"
#include "query/select.h"

namespace rapport::api {

constexpr std::int64_t default_limit = 50;
constexpr std::int64_t greatest_limit = 2000;

/// A list as the screens ask for it: "name,amount,account.name" (empty text is all fields), a filter as JSON, "-amount,name".
query::Select select_list(std::string_view object, std::string_view fields, std::string_view filter, std::string_view sort);
/// The question in a body: {"soql": …}, or such a list: {"object", "fields", "filter", "sort"}, the fields as text or as an array.
query::Select select_in(const Json& body);

/// A question as SQL, for whom it is asked.
using Compile = std::function<query::Statement(const security::Asking&)>;

/// Asks of the tables as they are: both functions may be called more than once, `read` with a session and the statement.
template <class Read>
auto ask(Call& call, query::Restricted::Trash trash, const Compile& compile, Read read) {
    return metadata::on_current_tables(call.services.registry, call.catalogue, [&](const metadata::CataloguePointer& catalogue) {
        query::Statement statement = compile({call.actor(), catalogue, security::context_of(call.actor()), security::Access::Read, trash});
        if (call.session()) return read(*call.session(), statement);
        return call.services.database.read([&](storage::Session& session) { return read(session, statement); });
    });
}

/// A page of at most `limit`: {"records": […], "next": …}.
http::Response answer_page(Call& call, query::Restricted::Trash trash, const Compile& compile, std::int64_t limit);

/// The records of an object, by the request's `fields`, `filter`, `sort`, `cursor` and `limit`.
http::Response answer_list(Call& call, const metadata::Object& object, query::Restricted::Trash trash);

/// One record as JSON, with all fields or those named; Failure(NotFound) when the caller may not see it.
std::string record_json(Call& call, const metadata::Object& object, RecordId id, std::string_view fields = {},
                        query::Restricted::Trash trash = query::Restricted::Trash::Exclude);

}  // namespace rapport::api
