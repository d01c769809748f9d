#include "desktop/widgets/banner.h"
#include "desktop/widgets/card.h"
#include "desktop/widgets/date_edit.h"
#include "desktop/widgets/elided_label.h"
#include "desktop/widgets/empty_state.h"
#include "desktop/widgets/message_box.h"
#include "desktop/widgets/money_edit.h"
#include "desktop/widgets/percent_edit.h"
#include "desktop/widgets/progress_strip.h"
#include "desktop/widgets/status_chip.h"

#include <QCalendarWidget>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace dealdesk;
using namespace Qt::StringLiterals;

namespace {

/// A window with the field and another one to leave it for.
template<typename Edit>
struct Form : QWidget {
    Form()
    {
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(&edit);
        layout->addWidget(&other);
        edit.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
        edit.setObjectName(u"field"_s);
        show();
        activateWindow();
        (void)QTest::qWaitForWindowActive(this);
        edit.setFocus();
    }
    void type(const QString &text)
    {
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, text);
    }
    void leave() { other.setFocus(); }

    Edit edit;
    QLineEdit other;
};

} // namespace

class TestWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moneyIsFormattedWhenLeft()
    {
        Form<MoneyEdit> form;
        QSignalSpy edited(&form.edit, &ValueEdit::edited);
        form.type(u"480k"_s);
        QCOMPARE(edited.count(), 4);
        QCOMPARE(form.edit.text(), u"480k"_s);
        QCOMPARE(form.edit.money(), Money::fromDollars(480'000));
        form.leave();
        QCOMPARE(form.edit.text(), u"480,000"_s);
        QCOMPARE(form.edit.money(), Money::fromDollars(480'000));
        QCOMPARE(edited.count(), 4);
    }

    void enterFormatsToo()
    {
        Form<MoneyEdit> form;
        form.type(u"1.2m"_s);
        QTest::keyClick(&form.edit, Qt::Key_Return);
        QCOMPARE(form.edit.text(), u"1,200,000"_s);
    }

    void unreadableMoneyStaysAsTyped()
    {
        Form<MoneyEdit> form;
        form.type(u"12,0x"_s);
        form.leave();
        QCOMPARE(form.edit.rawText(), u"12,0x"_s);
        QVERIFY(!form.edit.money());
        QVERIFY(form.edit.isUnreadable());
        QVERIFY(form.edit.property("invalid").toBool());
        QVERIFY(form.edit.toolTip().contains("480,000"_L1));
        form.edit.setMoney(std::nullopt);
        QCOMPARE(form.edit.rawText(), u"12,0x"_s);
        form.type(u"12"_s);
        QVERIFY(!form.edit.property("invalid").toBool());
    }

    void settingTheSameAmountLeavesTypingAlone()
    {
        Form<MoneyEdit> form;
        form.type(u"480k"_s);
        form.edit.setMoney(Money::fromDollars(480'000));
        QCOMPARE(form.edit.text(), u"480k"_s);
        form.edit.setMoney(Money::fromDollars(5));
        QCOMPARE(form.edit.text(), u"5"_s);
        form.edit.setMoney(std::nullopt);
        QVERIFY(form.edit.text().isEmpty());
        QVERIFY(!form.edit.isUnreadable());
    }

    void settingTellsNobody()
    {
        Form<MoneyEdit> form;
        QSignalSpy edited(&form.edit, &ValueEdit::edited);
        form.edit.setMoney(Money::fromDollars(5));
        form.edit.setRawText(u"five"_s);
        QCOMPARE(edited.count(), 0);
        QVERIFY(form.edit.isUnreadable());
    }

    void marksOfTheFormAreLeftToIt()
    {
        Form<MoneyEdit> form;
        form.type(u"5"_s);
        form.edit.setProperty("invalid", true);
        form.leave();
        QVERIFY(form.edit.property("invalid").toBool());
    }

    void percentReadsAllForms()
    {
        Form<PercentEdit> form;
        for (const QString &text : {u"35.5"_s, u"35.5%"_s, u"0.355"_s}) {
            form.type(text);
            form.leave();
            QCOMPARE(form.edit.text(), u"35.5%"_s);
            QCOMPARE(form.edit.ratio(), Ratio::fromMillionths(355'000));
        }
        form.type(u"a third"_s);
        form.leave();
        QCOMPARE(form.edit.rawText(), u"a third"_s);
        QVERIFY(!form.edit.ratio());
    }

    void dateReadsIsoAndLocale()
    {
        Form<DateEdit> form;
        for (const QString &text : {u"2026-03-05"_s, u"3/5/26"_s, u"3/5/2026"_s}) {
            form.type(text);
            form.leave();
            QCOMPARE(form.edit.text(), u"3/5/2026"_s);
            QCOMPARE(form.edit.date(), QDate(2026, 3, 5));
        }
        form.type(u"soon"_s);
        form.leave();
        QCOMPARE(form.edit.rawText(), u"soon"_s);
        QVERIFY(form.edit.date().isNull());
        form.edit.clear();
        QVERIFY(!form.edit.isUnreadable());
    }

    void arrowsStepADay()
    {
        Form<DateEdit> form;
        QSignalSpy edited(&form.edit, &ValueEdit::edited);
        form.edit.setDate(QDate(2026, 2, 28));
        QTest::keyClick(&form.edit, Qt::Key_Up);
        QCOMPARE(form.edit.date(), QDate(2026, 3, 1));
        QTest::keyClick(&form.edit, Qt::Key_Down);
        QCOMPARE(form.edit.date(), QDate(2026, 2, 28));
        QCOMPARE(edited.count(), 2);
    }

    void calendarChooses()
    {
        Form<DateEdit> form;
        QSignalSpy edited(&form.edit, &ValueEdit::edited);
        form.edit.setDate(QDate(2026, 2, 28));
        QTest::keyClick(&form.edit, Qt::Key_F4);
        auto *calendar = form.edit.findChild<QCalendarWidget *>(u"fieldCalendar"_s);
        QVERIFY(calendar);
        QCOMPARE(calendar->selectedDate(), QDate(2026, 2, 28));
        Q_EMIT calendar->activated(QDate(2026, 4, 1));
        QCOMPARE(form.edit.date(), QDate(2026, 4, 1));
        QCOMPARE(edited.count(), 1);
    }

    void bannerShowsAndActs()
    {
        Banner banner;
        banner.setObjectName(u"banner"_s);
        QVERIFY(banner.isHidden());
        QSignalSpy acted(&banner, &Banner::actionTriggered);
        QSignalSpy dismissed(&banner, &Banner::dismissed);
        banner.showMessage(Tone::Negative, u"<b>Not saved</b>"_s, u"&Try again"_s);
        QVERIFY(!banner.isHidden());
        QCOMPARE(banner.accessibleName(), u"<b>Not saved</b>"_s);
        QCOMPARE(banner.findChild<QLabel *>(u"bannerText"_s)->textFormat(), Qt::PlainText);
        banner.findChild<QPushButton *>(u"bannerAction"_s)->click();
        QCOMPARE(acted.count(), 1);
        banner.findChild<QToolButton *>(u"bannerDismiss"_s)->click();
        QCOMPARE(dismissed.count(), 1);
        QVERIFY(banner.isHidden());
        banner.showMessage(Tone::Info, u"Plain"_s);
        QVERIFY(banner.findChild<QPushButton *>(u"bannerAction"_s)->isHidden());
    }

    void emptyStateOffersWhatToDo()
    {
        EmptyState empty;
        empty.setObjectName(u"empty"_s);
        QSignalSpy acted(&empty, &EmptyState::actionTriggered);
        empty.setContent("inbox"_L1, u"No deals yet"_s, u"Write the first one."_s, u"&New deal"_s);
        QCOMPARE(empty.accessibleName(), u"No deals yet"_s);
        auto *action = empty.findChild<QPushButton *>(u"emptyAction"_s);
        QCOMPARE(action->accessibleName(), u"New deal"_s);
        action->click();
        QCOMPARE(acted.count(), 1);
        empty.setContent("inbox"_L1, u"Nothing"_s, u"All done."_s);
        QVERIFY(action->isHidden());
    }

    void emptyStateShowsItsWholeSentence()
    {
        EmptyState empty;
        empty.setObjectName(u"empty"_s);
        empty.setContent("inbox"_L1, u"Nothing waits for you"_s, u"a few words "_s.repeated(8));
        empty.resize(1000, 600);
        empty.show();
        QVERIFY(QTest::qWaitForWindowExposed(&empty));
        const auto *sentence = empty.findChild<QLabel *>(u"emptySentence"_s);
        QVERIFY(sentence->heightForWidth(sentence->width()) > sentence->fontMetrics().lineSpacing() * 3 / 2);
        QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
    }

    void chipNamesItself()
    {
        StatusChip chip;
        const int bare = chip.sizeHint().width();
        chip.setStatus(u"Under review"_s, Tone::Info);
        QCOMPARE(chip.accessibleName(), u"Under review"_s);
        QVERIFY(chip.sizeHint().width() > bare);
        chip.setStatus(u"Signed"_s, Tone::Positive);
        QCOMPARE(chip.accessibleName(), u"Signed"_s);
        chip.setAccessibleName(u"Status of the deal"_s);
        chip.setStatus(u"Lost"_s, Tone::Negative);
        QCOMPARE(chip.accessibleName(), u"Status of the deal"_s);
    }

    void progressAppearsOnlyForLongWork()
    {
        ProgressStrip strip;
        strip.setObjectName(u"progress"_s);
        QSignalSpy cancelled(&strip, &ProgressStrip::cancelRequested);
        strip.start(u"Exporting"_s);
        QVERIFY(strip.isRunning());
        QVERIFY(strip.isHidden());
        QTRY_VERIFY(!strip.isHidden());
        strip.setProgress(5'000'000'000, 10'000'000'000);
        auto *button = strip.findChild<QPushButton *>(u"progressCancel"_s);
        button->click();
        button->click();
        QCOMPARE(cancelled.count(), 1);
        strip.finish();
        QVERIFY(strip.isHidden());
        QVERIFY(!strip.isRunning());
    }

    void elidedLabelCanShrink()
    {
        ElidedLabel label(u"A very long name of a deal that no column can hold"_s);
        QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width() / 3);
        QCOMPARE(label.textFormat(), Qt::PlainText);
    }

    void cardIsNamedByItsTitle()
    {
        Card card(u"Tiers"_s);
        QCOMPARE(card.accessibleName(), u"Tiers"_s);
        card.setTitle(u"Offer"_s);
        QCOMPARE(card.accessibleName(), u"Offer"_s);
    }

    void confirmationAnswersThroughItsButtons()
    {
        QWidget window;
        window.show();
        int accepted = 0;
        const Confirmation question{u"Discard"_s, u"Discard it?"_s, u"It cannot be restored."_s, u"&Discard"_s};
        const auto ask = [&] { MessageBox::ask(&window, question, [&accepted] { ++accepted; }); };
        const auto box = [&window] { return window.findChild<MessageBox *>(u"messageBox"_s); };

        ask();
        QCOMPARE(box()->defaultButton()->objectName(), u"messageBoxCancel"_s);
        QTest::keyClick(box(), Qt::Key_Escape);
        QCOMPARE(accepted, 0);
        QTRY_VERIFY(!box());
        ask();
        box()->findChild<QPushButton *>(u"messageBoxAccept"_s)->click();
        QCOMPARE(accepted, 1);
        QTRY_VERIFY(!box());
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
