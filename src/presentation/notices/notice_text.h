#pragma once

#include "domain/routing.h"
#include "presentation/text/labels.h"
#include "services/notice_service.h"

namespace dealdesk {

/// What happened, in a sentence: "Finance asks for a revision (Ann Lee)".
QString sentenceOf(const Notice &notice, const RoutingPolicy &policy);
/// The deal, and what was said about it.
QString detailOf(const Notice &notice);
Meaning meaningOf(Notice::Kind kind);

/// A word of the system's tray: a title, and a line or two below it.
struct Announcement {
    QString title;
    QString text;

    friend bool operator==(const Announcement &, const Announcement &) = default;
};

/// More than this many at once are told of in one sentence.
inline constexpr int kAnnouncedSingly = 3;

/// What is new, for the tray: one word for each, or one for all where there are many.
QList<Announcement> announcementsOf(const QList<Notice> &fresh, const RoutingPolicy &policy);
/// What waits at sign-in, always in one sentence; nothing where nothing is unread.
std::optional<Announcement> digestOf(const QList<Notice> &unread);

} // namespace dealdesk
