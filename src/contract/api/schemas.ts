import type * as z from 'zod/mini'
import {
  AccountSession,
  AccountSessions,
  CreatedToken,
  NewToken,
  PersonalToken,
  PersonalTokens,
  SignedOut,
  SignOut,
} from '../account.ts'
import { Attempt, Attempts } from '../attempts.ts'
import { Content } from '../content.ts'
import { ContentChange, ContentChanges } from '../contentChanges.ts'
import { Draft } from '../draft.ts'
import { Field, Tab } from '../forms.ts'
import { GoLiveSchedule, ScheduleGoLive } from '../goLiveSchedule.ts'
import { History, HistoryEvent } from '../history.ts'
import { Invitation, NewInvitation } from '../invitations.ts'
import { Member, MemberRole, Members } from '../members.ts'
import { NewOffer } from '../newOffer.ts'
import { News, ReadNotifications, SeenAll, SeenOffer, Watch, WatchedOffer } from '../news.ts'
import { Notification, Notifications } from '../notifications.ts'
import { OfferList, OfferRow } from '../offerList.ts'
import { Definition, Offer, OfferSummary, OfferType, OfferTypeForm, Publisher, PutOffer } from '../offers.ts'
import { Operation, SubmissionSummary } from '../operations.ts'
import { Issue, OperatorRequest, PendingDecision, PendingDecisions, Rejection } from '../operator.ts'
import { PictureCheck } from '../pictureCheck.ts'
import { Problem, ProblemDetail } from '../problems.ts'
import { Accepted, CancelRequest, GoLiveRequest, PublishRequest } from '../publish.ts'
import { PublishCheck } from '../publishCheck.ts'
import { ProfileChange, PublisherProfile } from '../publisherProfile.ts'
import { Session, SwitchAccount } from '../session.ts'
import { Actions, Cancellation, Link, Message, OfferStatus, Step } from '../status.ts'
import { TestLead } from '../testLead.ts'
import { UsualTime, UsualTimes } from '../usualTimes.ts'
import { SavedView, SavedViews } from '../views.ts'
import {
  Webhook,
  WebhookDeliveries,
  WebhookDelivery,
  WebhookEvent,
  WebhookPlan,
  Webhooks,
  WebhookWithSecret,
} from '../webhooks.ts'

/** The schemas that the API description names. */
export const schemas = {
  Accepted,
  AccountSession,
  AccountSessions,
  Actions,
  Attempt,
  Attempts,
  CancelRequest,
  Cancellation,
  Content,
  CreatedToken,
  ContentChange,
  ContentChanges,
  ContentNode: Content._zod.def.element,
  Definition,
  Draft,
  Field,
  GoLiveRequest,
  GoLiveSchedule,
  History,
  HistoryEvent,
  Invitation,
  Issue,
  Link,
  Member,
  MemberRole,
  Members,
  Message,
  NewInvitation,
  NewOffer,
  News,
  NewToken,
  Notification,
  Notifications,
  Offer,
  OfferList,
  OfferRow,
  OfferStatus,
  OfferSummary,
  OfferType,
  OfferTypeForm,
  Operation,
  OperatorRequest,
  PendingDecision,
  PendingDecisions,
  PersonalToken,
  PersonalTokens,
  PictureCheck,
  Problem,
  ProblemDetail,
  PublishCheck,
  ProfileChange,
  Publisher,
  PublisherProfile,
  PublishRequest,
  PutOffer,
  ReadNotifications,
  Rejection,
  SavedView,
  SavedViews,
  ScheduleGoLive,
  SeenAll,
  SeenOffer,
  Session,
  SignedOut,
  SignOut,
  Step,
  SubmissionSummary,
  SwitchAccount,
  Tab,
  TestLead,
  UsualTime,
  UsualTimes,
  Watch,
  WatchedOffer,
  Webhook,
  WebhookDeliveries,
  WebhookDelivery,
  WebhookEvent,
  WebhookPlan,
  Webhooks,
  WebhookWithSecret,
} satisfies Record<string, z.ZodMiniType>
