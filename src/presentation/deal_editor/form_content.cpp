#include "presentation/deal_editor/form_content.h"

#include "domain/term.h"
#include "presentation/deal_editor/catalog_input.h"
#include "presentation/deal_editor/draft_fields.h"
#include "presentation/text/user_input.h"

#include <QLocale>

namespace dealdesk {

namespace {
/// Keeps the value that was read, or the text that could not be.
template<typename T>
void keep(FormContent &content, const FieldPath &path, const QString &text, std::optional<T> &member, const std::optional<T> &read)
{
    member = read;
    if (!read && !text.trimmed().isEmpty())
        content.unreadable.insert(path, text);
    else
        content.unreadable.remove(path);
}

std::optional<QDate> dateFrom(const QString &text)
{
    const QDate date = dateFromInput(text);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

void followStart(FormContent &content)
{
    DealDraft &draft = content.draft;
    if (!content.followedMonths && draft.termEnd.isNull() && !content.unreadable.contains({Field::TermEnd}))
        content.followedMonths = kDefaultTermMonths;
    if (!draft.termStart.isValid() || !content.followedMonths)
        return;
    draft.termEnd = termEndFor(draft.termStart, *content.followedMonths);
    content.unreadable.remove({Field::TermEnd});
}

/// Whole months from start to end when the end is exactly there.
std::optional<int> wholeMonths(const DealDraft &draft)
{
    const std::optional<int> months = termMonths(draft.termStart, draft.termEnd);
    if (months && *months > 0 && termEndFor(draft.termStart, *months) == draft.termEnd)
        return months;
    return std::nullopt;
}

void applyTermStart(FormContent &content, const QString &text)
{
    std::optional<QDate> date;
    keep(content, {Field::TermStart}, text, date, dateFrom(text));
    content.draft.termStart = date.value_or(QDate());
    if (date)
        followStart(content);
}

void applyTermEnd(FormContent &content, const QString &text)
{
    std::optional<QDate> date;
    keep(content, {Field::TermEnd}, text, date, dateFrom(text));
    content.draft.termEnd = date.value_or(QDate());
    content.unreadable.remove({Field::ContractTerm});
    content.followedMonths = wholeMonths(content.draft);
}

void applyMonths(FormContent &content, const QString &text)
{
    constexpr int kLongestTerm = 1200;
    bool isNumber = false;
    const int months = QLocale().toInt(text.trimmed(), &isNumber);
    const bool readable = isNumber && months > 0 && months <= kLongestTerm;
    std::optional<int> read = readable ? std::optional(months) : std::nullopt;
    if (text.trimmed().isEmpty()) {
        content.unreadable.remove({Field::ContractTerm});
        return;
    }
    keep(content, {Field::ContractTerm}, text, read, read);
    if (!readable)
        return;
    content.followedMonths = months;
    followStart(content);
}

QString monthsText(const FormContent &content)
{
    std::optional<int> months = content.followedMonths;
    if (content.draft.termStart.isValid() && content.draft.termEnd.isValid())
        months = termMonths(content.draft.termStart, content.draft.termEnd);
    return months ? QLocale().toString(*months) : QString();
}
} // namespace

FormContent contentOf(const DealDraft &draft)
{
    FormContent content;
    content.draft = draft;
    if (draft.termStart.isValid() || draft.termEnd.isValid())
        content.followedMonths = wholeMonths(draft);
    return content;
}

void applyInput(FormContent &content, const FieldPath &path, const QString &text, const IncentiveCatalog &catalog)
{
    DealDraft &draft = content.draft;
    if (path.field == Field::TermStart)
        applyTermStart(content, text);
    else if (path.field == Field::TermEnd)
        applyTermEnd(content, text);
    else if (path.field == Field::ContractTerm)
        applyMonths(content, text);
    else if (std::optional<Money> *amount = amountAt(draft, path))
        keep(content, path, text, *amount, moneyFromInput(text));
    else if (std::optional<Ratio> *margin = marginAt(draft, path))
        keep(content, path, text, *margin, percentFromInput(text));
    else if (isCatalogField(path.field)) {
        if (Incentive *incentive = incentiveAt(draft, path))
            applyCatalogName(*incentive, path.field, text, catalog);
    } else if (QString *member = textAt(draft, path))
        *member = text;
}

QString inputText(const FormContent &content, const FieldPath &path)
{
    if (const auto typed = content.unreadable.constFind(path); typed != content.unreadable.cend())
        return *typed;
    // The accessors take a draft that may be written; this one is a cheap, shared copy.
    DealDraft draft = content.draft;
    if (path.field == Field::TermStart || path.field == Field::TermEnd) {
        const QDate date = path.field == Field::TermStart ? draft.termStart : draft.termEnd;
        return date.isValid() ? dateForInput(date) : QString();
    }
    if (path.field == Field::ContractTerm)
        return monthsText(content);
    if (const std::optional<Money> *amount = amountAt(draft, path))
        return *amount ? moneyForInput(**amount) : QString();
    if (const std::optional<Ratio> *margin = marginAt(draft, path))
        return *margin ? percentForInput(**margin) : QString();
    const QString *text = textAt(draft, path);
    return text ? *text : QString();
}

} // namespace dealdesk
