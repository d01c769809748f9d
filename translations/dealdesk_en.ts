<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>DealOverview</name>
    <message numerus="yes">
        <source>%1 (%n month(s))</source>
        <translation>
            <numerusform>%1 (%n month)</numerusform>
            <numerusform>%1 (%n months)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::CommandLine</name>
    <message numerus="yes">
        <source>%n repair(s) made.</source>
        <translation>
            <numerusform>%n repair made.</numerusform>
            <numerusform>%n repairs made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) that a person has to correct.</source>
        <translation>
            <numerusform>%n fault that a person has to correct.</numerusform>
            <numerusform>%n faults that a person has to correct.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more of the check %1</source>
        <translation>
            <numerusform>… and one more of the check %1</numerusform>
            <numerusform>… and %n more of the check %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::ConnectionTest</name>
    <message numerus="yes">
        <source>This machine&apos;s clock differs from the server&apos;s by %n second(s).</source>
        <translation>
            <numerusform>This machine&apos;s clock differs from the server&apos;s by %n second.</numerusform>
            <numerusform>This machine&apos;s clock differs from the server&apos;s by %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::DealEditor</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>places of a deal</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::DealPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::DealsPage</name>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::Error</name>
    <message numerus="yes">
        <source>The password is too short. Use at least %n characters.</source>
        <translation>
            <numerusform>The password is too short. Use at least %n character.</numerusform>
            <numerusform>The password is too short. Use at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::ExportJob</name>
    <message numerus="yes">
        <source>%1 with %n row(s) was written to %2.</source>
        <translation>
            <numerusform>%1 with %n row was written to %2.</numerusform>
            <numerusform>%1 with %n rows was written to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::Handover</name>
    <message numerus="yes">
        <source>%n open task(s) of theirs go on to the default assignee, or back to the queue.</source>
        <translation>
            <numerusform>%n open task of theirs goes on to the default assignee, or back to the queue.</numerusform>
            <numerusform>%n open tasks of theirs go on to the default assignee, or back to the queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open deal(s) stay theirs until you transfer them, on each deal&apos;s page.</source>
        <translation>
            <numerusform>%n open deal stays theirs until you transfer it, on the deal&apos;s page.</numerusform>
            <numerusform>%n open deals stay theirs until you transfer them, on each deal&apos;s page.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::HeldStrip</name>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n deal</numerusform>
            <numerusform>%n deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::HolidayTable</name>
    <message numerus="yes">
        <source>%n line(s) have no day and were left out, the first: %1</source>
        <translation>
            <numerusform>%n line has no day and was left out, the first: %1</numerusform>
            <numerusform>%n lines have no day and were left out, the first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::Import</name>
    <message numerus="yes">
        <source>%1 people share this name; %n history row(s) keep the name alone.</source>
        <translation>
            <numerusform>%1 people share this name; %n history row keeps the name alone.</numerusform>
            <numerusform>%1 people share this name; %n history rows keep the name alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::Inbox</name>
    <message numerus="yes">
        <source>%1; %n left</source>
        <translation>
            <numerusform>%1; %n left</numerusform>
            <numerusform>%1; %n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::InboxModel</name>
    <message numerus="yes">
        <source>waiting %n day(s)</source>
        <translation>
            <numerusform>waiting %n day</numerusform>
            <numerusform>waiting %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::MainWindow</name>
    <message numerus="yes">
        <source>Restored unsaved work on %n deal(s).</source>
        <translation>
            <numerusform>Restored unsaved work on %n deal.</numerusform>
            <numerusform>Restored unsaved work on %n deals.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::Notice</name>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n about time running out</source>
        <translation>
            <numerusform>%n about time running out</numerusform>
            <numerusform>%n about time running out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new notice(s)</source>
        <translation>
            <numerusform>%n new notice</numerusform>
            <numerusform>%n new notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s) you have not read</source>
        <translation>
            <numerusform>%n notice you have not read</numerusform>
            <numerusform>%n notices you have not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::NoticesPage</name>
    <message numerus="yes">
        <source>%n not read</source>
        <translation>
            <numerusform>%n not read</numerusform>
            <numerusform>%n not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::PersonForm</name>
    <message numerus="yes">
        <source>A password has at least %n characters.</source>
        <translation>
            <numerusform>A password has at least %n character.</numerusform>
            <numerusform>A password has at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::ReportsPage</name>
    <message numerus="yes">
        <source>The first %n row(s), exactly as the file will hold them</source>
        <translation>
            <numerusform>The first %n row, exactly as the file will hold it</numerusform>
            <numerusform>The first %n rows, exactly as the file will hold them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n row(s), exactly as the file will hold them</source>
        <translation>
            <numerusform>%n row, exactly as the file will hold it</numerusform>
            <numerusform>All %n rows, exactly as the file will hold them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::RevisionDifferenceView</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::SeveralView</name>
    <message numerus="yes">
        <source>%n task(s) selected</source>
        <translation>
            <numerusform>%n task selected</numerusform>
            <numerusform>%n tasks selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::Sidebar</name>
    <message numerus="yes">
        <source>Inbox, %n waiting</source>
        <translation>
            <numerusform>Inbox, %n waiting</numerusform>
            <numerusform>Inbox, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notices, %n not read</source>
        <translation>
            <numerusform>Notices, %n not read</numerusform>
            <numerusform>Notices, %n not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::SignInModel</name>
    <message numerus="yes">
        <source>A password has at least %n characters.</source>
        <translation>
            <numerusform>A password has at least %n character.</numerusform>
            <numerusform>A password has at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::SinceCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::TaskCard</name>
    <message numerus="yes">
        <source>%1 to %2 (%n months)</source>
        <translation>
            <numerusform>%1 to %2 (%n month)</numerusform>
            <numerusform>%1 to %2 (%n months)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dealdesk::TrayNotices</name>
    <message numerus="yes">
        <source>Deal Desk: %n notice(s) you have not read</source>
        <translation>
            <numerusform>Deal Desk: %n notice you have not read</numerusform>
            <numerusform>Deal Desk: %n notices you have not read</numerusform>
        </translation>
    </message>
</context>
</TS>
