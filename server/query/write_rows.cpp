#include <algorithm>
#include <functional>
#include <unordered_map>

#include "query/cursor.h"
#include "query/plan.h"

namespace rapport::query {
namespace {

/// Far more than there are rows; both engines take it as a LIMIT.
constexpr std::int64_t no_limit = std::int64_t{1} << 53;

/// The members of one row's object, without its braces.
void write_members(const storage::Cursor& cursor, const RowPlan& plan, JsonWriter& out) {
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const WriteStep& step = plan.steps[i];
        if (step.kind == WriteStep::Kind::EndObject) {
            out.end_object();
            continue;
        }
        if (step.kind == WriteStep::Kind::When) {
            if (cursor.cell(step.column).is_null()) i = step.end;
            continue;
        }
        out.quoted_key(step.key);
        Cell cell = step.column < 0 ? Cell(std::int64_t{0}) : cursor.cell(step.column);
        if (step.kind == WriteStep::Kind::BeginObject) {
            if (!cell.is_null()) {
                out.begin_object();
                continue;
            }
            i = step.end;
        }
        if (cell.is_null()) {
            out.null();
            continue;
        }
        switch (step.kind) {
            case WriteStep::Kind::Value: step.field->value_type().write(out, cell, *step.field); break;
            case WriteStep::Kind::Integer: out.integer(cell.integer()); break;
            default: out.string(Date(cell.integer()).text());
        }
    }
}

/// Where a piece of a text begins and ends.
struct Slice {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view of(const std::string& text) const { return std::string_view(text).substr(begin, end - begin); }
};

/// The children of a page's records, as JSON.
struct WrittenChildren {
    std::string text;
    std::unordered_map<std::int64_t, Slice> by_parent;
};

WrittenChildren write_children(storage::Session& session, const ChildPlan& plan, const std::string& ids) {
    WrittenChildren out;
    std::vector<Value> parameters = plan.statement.parameters;
    parameters[plan.ids] = ids;
    auto cursor = session.query(plan.statement.sql, parameters);
    while (cursor->next()) {
        std::int64_t parent = cursor->integer(0);
        auto [found, first] = out.by_parent.try_emplace(parent, Slice{out.text.size(), 0});
        if (!first) out.text += ',';
        JsonWriter writer(out.text);
        writer.begin_object();
        write_members(*cursor, plan.row, writer);
        writer.end_object();
        found->second.end = out.text.size();
    }
    return out;
}

/// Takes the records of a page and writes them into the answer: at once, or, when they have children, in `finish`.
class PageWriter {
public:
    PageWriter(const Statement::Plan& plan, JsonWriter& out) : plan_(plan), out_(out) {}

    void add(const storage::Cursor& cursor) {
        if (plan_.children.empty()) {
            out_.begin_object();
            write_members(cursor, plan_.row, out_);
            out_.end_object();
            return;
        }
        Slice slice{records_.size(), 0};
        JsonWriter writer(records_);
        write_members(cursor, plan_.row, writer);
        slice.end = records_.size();
        slices_.push_back(slice);
        ids_.push_back(cursor.integer(plan_.id_column));
    }

    void finish(storage::Session& session) {
        if (slices_.empty()) return;
        std::string ids;
        JsonWriter list(ids);
        list.begin_array();
        for (std::int64_t id : ids_) list.integer(id);
        list.end_array();
        std::vector<WrittenChildren> children;
        for (const ChildPlan& plan : plan_.children) children.push_back(write_children(session, plan, ids));
        for (std::size_t i = 0; i < slices_.size(); ++i) write_record(i, children);
    }

private:
    void write_record(std::size_t i, const std::vector<WrittenChildren>& children) {
        std::string& text = out_.begin_value();
        text += '{';
        text += slices_[i].of(records_);
        for (std::size_t child = 0; child < children.size(); ++child) {
            text += ',';
            text += plan_.children[child].key;
            text += ":[";
            auto found = children[child].by_parent.find(ids_[i]);
            if (found != children[child].by_parent.end()) text += found->second.of(children[child].text);
            text += ']';
        }
        text += '}';
    }

    const Statement::Plan& plan_;
    JsonWriter& out_;
    std::string records_;
    std::vector<Slice> slices_;
    std::vector<std::int64_t> ids_;
};

std::string next_cursor(const Statement::Plan& plan, std::int64_t count, std::vector<Value> place) {
    CursorPosition position;
    position.values = std::move(place);
    if (plan.grouped) position.offset = plan.groups_before + count;
    if (plan.limit) position.remaining = *plan.limit - count;
    return write_cursor(position, plan.fingerprint);
}

/// Runs the parts of a plan until `wanted` rows were visited. `visit` answers false to stop before that.
template <class Visit>
void run_parts(storage::Session& session, const Statement& statement, std::int64_t wanted, Visit visit) {
    std::int64_t count = 0;
    for (const PreparedSql& part : statement.plan().parts) {
        std::vector<Value> parameters = part.parameters;
        parameters[part.limit] = wanted - count;
        if (statement.record()) parameters[*part.record] = statement.record().number();
        auto cursor = session.query(part.sql, parameters);
        for (; cursor->next(); ++count)
            if (!visit(*cursor)) return;
        if (count >= wanted) return;
    }
}

}  // namespace

Page write_records(storage::Session& session, const Statement& statement, std::int64_t limit, JsonWriter& out) {
    const Statement::Plan& plan = statement.plan();
    std::int64_t wanted = std::min(limit, plan.limit.value_or(no_limit));
    bool may_go_on = wanted == limit && !plan.single;
    Page page;
    if (wanted <= 0) return page;
    PageWriter writer(plan, out);
    std::vector<Value> place;
    bool more = false;
    run_parts(session, statement, may_go_on ? wanted + 1 : wanted, [&](const storage::Cursor& cursor) {
        more = page.count == wanted;
        if (more) return false;
        writer.add(cursor);
        if (++page.count == wanted)
            for (int column : plan.order_columns) place.push_back(cursor.value(column));
        return true;
    });
    writer.finish(session);
    bool limit_reached = plan.limit && *plan.limit <= page.count;
    if (more && !limit_reached) page.next = next_cursor(plan, page.count, std::move(place));
    return page;
}

void for_each_row(storage::Session& session, const Statement& statement, const std::function<void(const std::vector<Cell>&)>& visit) {
    const Statement::Plan& plan = statement.plan();
    std::vector<Cell> cells(plan.row.columns.size());
    run_parts(session, statement, plan.limit.value_or(no_limit), [&](const storage::Cursor& cursor) {
        for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = cursor.cell(plan.row.column_places[i]);
        visit(cells);
        return true;
    });
}

}  // namespace rapport::query
