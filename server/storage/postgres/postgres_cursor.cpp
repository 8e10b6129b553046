#include "storage/postgres/postgres_cursor.h"

#include <libpq-fe.h>

#include <charconv>

namespace rapport::storage {
namespace {

bool is_row(const PostgresResult& result) { return PQresultStatus(result.get()) == PGRES_SINGLE_TUPLE; }

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number out{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return out;
}

Cell integer_or_real(std::string_view text) {
    if (const auto integer = number<std::int64_t>(text)) return *integer;
    if (const auto real = number<double>(text)) return *real;
    return text;
}

}  // namespace

PostgresCursor::PostgresCursor(PostgresSession& session, PostgresResult first) : session_(session) {
    if (!is_row(first)) return;
    kept_.push_back(std::move(first));
    session_.open_cursor_ = this;
}

PostgresCursor::~PostgresCursor() {
    if (session_.open_cursor_ != this) return;
    detach();
    session_.connection_.skip_rows();
}

void PostgresCursor::detach() { session_.open_cursor_ = nullptr; }

bool PostgresCursor::next() {
    if (!kept_.empty()) {
        row_ = std::move(kept_.front());
        kept_.pop_front();
        return true;
    }
    row_.reset();
    if (session_.open_cursor_ != this) return false;
    try {
        row_ = session_.next_row();
    } catch (...) {
        detach();
        throw;
    }
    if (!row_) detach();
    return row_ != nullptr;
}

void PostgresCursor::keep_rest() {
    detach();
    while (PostgresResult row = session_.next_row()) kept_.push_back(std::move(row));
}

Cell PostgresCursor::cell(int column) const {
    if (PQgetisnull(row_.get(), 0, column)) return {};
    const std::string_view text(PQgetvalue(row_.get(), 0, column), static_cast<std::size_t>(PQgetlength(row_.get(), 0, column)));
    switch (PQftype(row_.get(), column)) {
        case oid::boolean: return std::int64_t{text == "t"};
        case oid::int2:
        case oid::int4:
        case oid::int8:
        case oid::object_id:
        case oid::numeric: return integer_or_real(text);
        case oid::float4:
        case oid::float8: return number<double>(text).value_or(0);
        default: return text;
    }
}

}  // namespace rapport::storage
