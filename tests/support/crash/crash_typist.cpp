#include "desktop/deal_editor/deal_editor_page.h"
#include "support/crash/desk_context.h"
#include "support/crash/typed_words.h"
#include "support/services/services_fixture.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

#include <cstdio>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMisused = 2;
constexpr int kKeyPauseMs = 3;

void say(const TypedWord &word)
{
    const QByteArray line = lineOf(word);
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
    std::fflush(stdout);
}

/// Key by key, with the event loop turning in between as it does for a person.
void typeInto(QWidget *field, const QString &text)
{
    for (const QChar letter : text) {
        QTest::keyClick(field, letter.toLatin1());
        QTest::qWait(kKeyPauseMs);
    }
}

void typeWord(QWidget *field, const QString &word)
{
    typeInto(field, word + u' ');
    say({monotonicMs(), field->objectName(), word});
}

/// A cell is told as soon as its digits are in it, while it is still open.
void typeRevenue(QTableView *grid, const QString &digits)
{
    grid->setCurrentIndex(grid->model()->index(0, 0));
    typeInto(grid, digits.left(1));
    auto *cell = grid->findChild<QLineEdit *>(u"cellEdit"_s);
    if (!cell)
        qFatal("no cell opened for typing");
    typeInto(cell, digits.mid(1));
    say({monotonicMs(), grid->objectName(), digits});
    QTest::keyClick(cell, Qt::Key_Return);
}

void typeWithoutEnd(DealEditorPage &page)
{
    auto *name = page.findChild<QLineEdit *>(u"nameEdit"_s);
    auto *summary = page.findChild<QPlainTextEdit *>(u"businessSummaryEdit"_s);
    auto *asks = page.findChild<QPlainTextEdit *>(u"clientAsksEdit"_s);
    auto *tiers = page.findChild<QTableView *>(u"tierGrid"_s);
    if (!name || !summary || !asks || !tiers)
        qFatal("the editor lacks a field");
    typeWord(name, u"Typed"_s);
    for (int i = 1;; ++i) {
        typeWord(summary, u"word%1"_s.arg(i));
        if (i % 3 == 0)
            typeWord(asks, u"ask%1"_s.arg(i));
        if (i % 5 == 0)
            typeRevenue(tiers, QString::number(100'000 + i));
    }
}

} // namespace

/// Writes a new deal in the editor, key by key, and says each word on its standard output, until it is killed.
int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 4) {
        std::fputs("usage: crash_typist DATABASE USERNAME JOURNAL\n", stderr);
        return kMisused;
    }
    const auto workspace = awaitValue(Workspace::open({arguments[1]}));
    DealEditorPage page(deskContext(workspace, arguments[2], arguments[3]));
    page.resize(1200, 800);
    page.show();
    page.newDeal(DraftType::SubmissionDraft);
    typeWithoutEnd(page);
    return 0;
}
